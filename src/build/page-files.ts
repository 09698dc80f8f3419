/**
 * Which files a page needs to be read, stepped through and run without a network: everything it names, and what those
 * name in turn, without the editors, which come when they are used.
 */

/**
 * Names of the bundler's files and of media, as HTML, scripts and styles write them; not the whole font of a face that is cut
 * (build/latin.ts), which comes when a reader types what the site does not say.
 */
const NAMED = /[\w@-]+(?:\.[\w-]+)*\.[\w-]{8,}\.(?:m?js|css|woff2|wasm|png|svg|webp)\b(?!\?whole)/g;
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g;

export interface SiteFiles {
  /** Texts of scripts and styles in `/_astro/`, by their names; other files there without. */
  readonly assets: ReadonlyMap<string, string | null>;
  /** Names of the files in `/media/`. */
  readonly media: ReadonlySet<string>;
  /** Names in `/_astro/` of what an editor is made of. */
  readonly editor: ReadonlySet<string>;
}

const namesIn = (text: string, { assets }: SiteFiles): string[] =>
  [...text.matchAll(NAMED)].map(([name]) => name).filter((name) => assets.has(name));

function follow(
  start: readonly string[],
  next: (name: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...next(name));
  }
  return found;
}

/** Paths within the site, in one order everywhere. */
export function filesOfPage(html: string, site: SiteFiles): readonly string[] {
  const text = (name: string) => site.assets.get(name) ?? '';
  const named = namesIn(html, site);
  // A page shares some of what an editor is made of. What it imports itself is its own.
  const own = follow(named, (name) =>
    [...text(name).matchAll(STATIC_IMPORT)].map(([, other = '']) => other),
  );
  const isOwn = (name: string) => own.has(name) || !site.editor.has(name);
  const files = follow(named, (name) => namesIn(text(name), site).filter(isOwn));
  // A control that opens a file and a lab that sends one know it by its name alone.
  const media = [...site.media].filter((name) => html.includes(name));
  return [
    ...[...files].map((name) => `_astro/${name}`),
    ...media.map((name) => `media/${name}`),
  ].sort();
}

/**
 * What a page fetches under names that stand neither in it nor in its scripts: the playground opens the programs of any
 * lesson, in its own language.
 *
 * @param path of the page within the site: `ko/playground/`
 * @param examples paths of the lessons' programs
 */
export function fetchedByPage(path: string, examples: readonly string[]): readonly string[] {
  const [, language] = /^(.*)playground\/$/.exec(path) ?? [];
  if (language === undefined) return [];
  return examples.filter((example) => example.startsWith(`${language}examples/`));
}
