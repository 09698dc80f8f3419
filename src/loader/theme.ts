/** The theme's button: system, light, dark, and round again. What it says is in the page; CSS shows the face. */
const CHOICES = ['system', 'light', 'dark'] as const;
type Choice = (typeof CHOICES)[number];
const KEY = 'bytescope:theme';

function setChoice(choice: Choice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Storage may be full or forbidden: the choice holds for this page.
  }
  dispatchEvent(new CustomEvent('bytescope:theme', { detail: choice }));
}

function currentChoice(): Choice {
  const said = document.documentElement.dataset['themeChoice'];
  return CHOICES.find((choice) => choice === said) ?? 'system';
}

export function wireTheme(): void {
  const button = document.querySelector<HTMLElement>('[data-theme-button]');
  const status = document.querySelector<HTMLElement>('[data-theme-status]');
  button?.addEventListener('click', () => {
    const next = CHOICES[(CHOICES.indexOf(currentChoice()) + 1) % CHOICES.length] ?? 'system';
    setChoice(next);
    // The button's name changed under the reader's finger; say the new one.
    if (status)
      status.textContent =
        button.querySelector(`[data-choice="${next}"]`)?.textContent.trim() ?? '';
  });
  // Another tab of the site chose.
  addEventListener('storage', (event) => {
    if (event.key !== KEY && event.key !== null) return;
    const choice = CHOICES.find((known) => known === event.newValue) ?? 'system';
    dispatchEvent(new CustomEvent('bytescope:theme', { detail: choice }));
  });
}
