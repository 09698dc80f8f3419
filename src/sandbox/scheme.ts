/** The page's colour scheme, which a page realm follows: it cannot see the reader's choice by itself. */
export type Scheme = 'light' | 'dark';

export function currentScheme(): Scheme {
  // The page's theme sets `color-scheme` on the root; with "light dark" or none the system decides.
  const { colorScheme } = getComputedStyle(document.documentElement);
  if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Calls back when the scheme may have changed; returns how to stop. */
export function watchScheme(callback: (scheme: Scheme) => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const tell = (): void => callback(currentScheme());
  const attributes = new MutationObserver(tell);
  attributes.observe(document.documentElement, { attributes: true });
  query.addEventListener('change', tell);
  return () => {
    attributes.disconnect();
    query.removeEventListener('change', tell);
  };
}
