import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, inKorean, parseKoreanIndex } from './korean';

describe('Korean words', () => {
  const index = parseKoreanIndex(readFileSync('src/i18n/ko/index.ts', 'utf8'));

  it('are found for every room that gets them by the index', () => {
    expect(index).toContainEqual({
      room: 'console',
      text: 'consoleText',
      file: 'ko/console',
      words: 'consoleWords',
    });
    expect(index.length).toBeGreaterThan(15);
    expect(index.filter(({ room, file }) => room === '' || file === '')).toEqual([]);
  });

  it('take the place of the English ones in every room', () => {
    for (const [room, texts] of Map.groupBy(index, ({ room }) => room)) {
      const said = inKorean(readFileSync(`src/i18n/${room}.ts`, 'utf8'), texts);
      expect(said).not.toMatch(/^ {2}en[:(]/m);
      for (const { text, file, words } of texts) {
        expect(said).toContain(`import { ${words} as ${text}InKorean } from './${file}';`);
        expect(said).toContain(`ko: ${text}InKorean`);
      }
    }
  });

  it('are not put where no English ones are', () => {
    expect(() =>
      inKorean('export const aText = texts;', [
        { room: 'a', text: 'aText', file: 'ko/a', words: 'a' },
      ]),
    ).toThrow('aText is no { en: … } that can be read.');
  });
});

describe('the imports of a file', () => {
  it('are those that are there when it runs', () => {
    const source = [
      "import type { A } from './a';",
      "import { b, type C } from './b';",
      'import {\n  d,\n  e,\n} from "react";',
      "import {\n  f,\n} from '../f';",
      "export { default } from './g';",
      "export type { H } from './h';",
      "import './i.css';",
      "const later = lazy(() => import('./j'));",
    ].join('\n');
    expect([...importsOf(source)].sort()).toEqual(['../f', './b', './g', './i.css', './j']);
  });
});
