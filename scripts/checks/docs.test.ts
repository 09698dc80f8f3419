/** The pages for contributors say what is there: every link leads somewhere, and every package has its reason. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('links of Markdown files lead to files that are there', () => {
  const pages = globSync(
    ['*.md', '{docs,bench,server,e2e,scripts,integrations}/**/*.md', 'src/**/*.md'],
    { cwd: root },
  );
  expect(pages.length).toBeGreaterThan(20);
  const dead = pages.flatMap((page) =>
    // An address that begins with a slash is one of the site, given as an example.
    Array.from(read(page).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target)
      .filter((target) => !/^(?:https?:|#|mailto:|\/)/.test(target))
      .filter((target) => {
        const file = path.join(root, path.dirname(page), target.replace(/#.*$/, ''));
        return !existsSync(file);
      })
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test('docs/dependencies.md has a reason for every package, and for no other', () => {
  const packages = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >;
  const used = Object.keys({
    ...packages.dependencies,
    ...packages.devDependencies,
    ...packages.optionalDependencies,
  });
  const rows = read('docs/dependencies.md').match(/^\| `.*$/gm) ?? [];
  const named = rows.flatMap((row) =>
    Array.from((row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g), ([, name = '']) => name),
  );
  expect(named.toSorted()).toEqual(used.toSorted());
});
