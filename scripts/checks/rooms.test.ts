import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findImports } from './imports.ts';
import { findWrongArrow, roomOf, ROOMS } from './rooms.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where an import leads: a path from the root for relative ones, else a package. */
function resolve(file: string, specifier: string) {
  // `./styles.css?inline` is that file.
  const bare = specifier.replace(/[?#].*$/, '');
  const inPackages = /^\/node_modules\/(.*)$/.exec(bare)?.[1];
  if (inPackages !== undefined) return { kind: 'package', name: inPackages } as const;
  if (bare.startsWith('/')) return { kind: 'file', path: bare.slice(1) } as const;
  if (!bare.startsWith('.')) return { kind: 'package', name: bare } as const;
  const target = path.posix.join(path.posix.dirname(file), bare);
  return { kind: 'file', path: target } as const;
}

function wrongArrows(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const room = roomOf(file);
    if (room === null) return [];
    return findImports(file, text).flatMap((specifier) => {
      const target = resolve(file, specifier);
      const why = findWrongArrow(room, file, target);
      return why ? [`${file} imports '${specifier}'. ${why}`] : [];
    });
  });
}

function projectFiles(): Record<string, string> {
  const found = globSync(['src/**/*.{ts,tsx,mts,js,mjs,astro,mdx}', 'server/**/*.ts'], {
    cwd: root,
  });
  const files = found
    .map((file) => file.split(path.sep).join('/'))
    // Snippets are what readers run; their imports are part of the lesson.
    .filter((file) => !/^src\/lessons\/[^/]+\/(?:snippets|exercises)\/.*\.js$/.test(file));
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
}

describe('the rooms', () => {
  test('every file under src and server stands in a room', () => {
    const homeless = Object.keys(projectFiles()).filter(
      (file) =>
        roomOf(file) === null && !/\.(?:test|fixture)\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
    );
    expect(homeless, 'give the file a room in scripts/checks/rooms.mjs').toEqual([]);
  });

  test('no import goes against the map', () => {
    const files = projectFiles();
    expect(Object.keys(files).length).toBeGreaterThan(30);
    expect(wrongArrows(files)).toEqual([]);
  });

  test('the map has no circle', () => {
    const below = new Map(ROOMS.map((room) => [room.name, room.may]));
    const visit = (name: string, path: readonly string[]): void => {
      if (path.includes(name)) throw new Error(`a circle of rooms: ${[...path, name].join(' → ')}`);
      for (const next of below.get(name) ?? []) visit(next, [...path, name]);
    };
    for (const room of ROOMS) visit(room.name, []);
  });
});

describe('a wrong arrow is found and explained', () => {
  test.each([
    ['src/core/trace/replay.ts', `import { useState } from 'react';`, 'no DOM, no React, no Node'],
    ['src/core/a.ts', `import fs from 'node:fs';`, 'core may not import node:fs'],
    ['src/core/a.ts', `import type { Sandbox } from '../sandbox';`, 'core may not import sandbox'],
    ['src/realm/page.ts', `const r = await import('react');`, 'carries no React'],
    [
      'src/visualizers/bits/View.tsx',
      `import { createSandbox } from '../../sandbox';`,
      'never talks to the sandbox',
    ],
    [
      'src/visualizers/bits/View.tsx',
      `export * from '../../components/bench/Bench';`,
      'visualizers may not import components',
    ],
    [
      'src/sandbox/x.ts',
      `import { textFor } from '../i18n/locale';`,
      'sandbox may not import i18n',
    ],
    [
      'src/lessons/blob/en.mdx',
      `import X from '../views/snippets/a.js?raw';`,
      'imports only its own files',
    ],
    [
      'src/lessons/blob/en.mdx',
      `import X from '../../components/Bench.astro';`,
      'imports only its own files',
    ],
    [
      'src/pages/x.astro',
      `---\nimport { createSandbox } from '../sandbox';\n---\n<p>`,
      'only through components',
    ],
    [
      'src/layouts/x.astro',
      `<script>import '../sandbox/relay';</script>`,
      'layouts may not import sandbox',
    ],
    [
      'src/components/x.ts',
      `import page from '../pages/index.astro';`,
      'never the other way round',
    ],
    [
      'src/realm/x.ts',
      `import.meta.glob(['../lessons/*/en.mdx']);`,
      'realm may not import lessons',
    ],
    [
      'server/http.ts',
      `import { x } from '../src/core/trace/run.ts';`,
      'shares only the wire contract',
    ],
  ])('%s with %s', (file, text, reason) => {
    const found = wrongArrows({ [file]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
    expect(found[0]).toContain(reason);
  });

  test.each([
    [
      'src/visualizers/bits/View.tsx',
      `import { useRef } from 'react'; import { textFor } from '../../i18n/locale';`,
    ],
    [
      'src/lessons/blob/en.mdx',
      `import X from './snippets/a.js?raw';\n\n\`\`\`js\nimport React from 'react'\n\`\`\``,
    ],
    ['src/components/bench/Bench.tsx', `import { createSandbox } from '../../sandbox';`],
    ['src/components/shell/Footer.astro', `---\nimport { SITE } from '../../site';\n---\n`],
    ['src/core/bytes/a.ts', `// import x from 'react'\nconst s = "import y from 'react'";`],
    [
      'server/x.ts',
      `import { LIMITS } from '../src/core/wire/limits.ts'; import net from 'node:net';`,
    ],
  ])('%s with %s is right', (file, text) => {
    expect(wrongArrows({ [file]: text })).toEqual([]);
  });
});
