/**
 * Stops a build when the content is wrong: before it starts for what the lesson folders tell, and after it for what
 * only the built pages tell (broken links). The dev server says the same as warnings, and goes on.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { findExerciseMistakes, readExerciseFolders } from '../src/build/exercise-folders';
import { findLessonMistakes, readLessonFolders } from '../src/build/lesson-folders';
import { ContentError, formatMistakes, type Mistake } from '../src/build/mistakes';
import { findBrokenLinks, type BuiltSite } from '../src/build/site-links';

/** The files of a built site by their paths within it. */
export function readBuiltSite(dir: string): BuiltSite {
  const pages = new Map<string, string>();
  const files = new Set<string>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${file.slice(join(dir, '/').length).replaceAll('\\', '/')}`;
    // The realm's page is a program in an envelope, not a page of the site.
    if (path.endsWith('.html') && !path.startsWith('/realm/'))
      pages.set(path.replace(/\/index\.html$/, '/'), readFileSync(file, 'utf8'));
    else files.add(path);
  }
  return { pages, files };
}

/** What the folders of lessons and exercises tell by themselves. */
const findFolderMistakes = (root: string): readonly Mistake[] => [
  ...findLessonMistakes(readLessonFolders(root)),
  ...findExerciseMistakes(readExerciseFolders(root)),
];

export function content(): AstroIntegration {
  let root = '';
  let origin = '';
  let base = '/';
  return {
    name: 'bytescope:content',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        origin = new URL(config.site ?? 'http://localhost').origin;
        base = config.base;
      },
      'astro:server:start': ({ logger }) => {
        const mistakes = findFolderMistakes(root);
        if (mistakes.length > 0) logger.warn(formatMistakes(mistakes));
      },
      'astro:build:start': () => {
        const mistakes = findFolderMistakes(root);
        if (mistakes.length > 0) throw new ContentError(mistakes);
      },
      'astro:build:done': ({ dir }) => {
        const mistakes = findBrokenLinks(readBuiltSite(fileURLToPath(dir)), origin, base);
        if (mistakes.length > 0) throw new ContentError(mistakes);
      },
    },
  };
}
