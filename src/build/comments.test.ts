import { expect, test } from 'vitest';
import { LOCALES } from '../i18n/locale';
import { exampleMark } from '../core/share/fingerprint';
import { localizeComments } from '../core/exercise/localize-comments';
import { commentsOf, commentWords } from './comments';

const code = import.meta.glob<string>(
  ['../lessons/*/snippets/*.js', '../lessons/*/exercises/*/{start,solution}.js'],
  { query: '?raw', import: 'default', eager: true },
);
const pages = Object.keys(import.meta.glob('../lessons/*/ko.mdx'));

test('comments change their language, and nothing else changes', () => {
  const source = "// Zero\nconst a = '// no comment'; // One\nconst b = 1; // Two\n";
  expect(localizeComments(source, { Zero: '영', Two: '둘' })).toBe(
    "// 영\nconst a = '// no comment'; // One\nconst b = 1; // 둘\n",
  );
  expect(() => localizeComments('// Zero', { Zero: '영\n' })).toThrow('one line');
});

test('so do those of a block, behind its stars and tags', () => {
  const source = `/**
 * Adds.
 * @param {{ at, by }[]} sums where and how much
 * @param plain
 * @returns {number} the sum
 */
function add(sums) {
  /* TODO */
}
const c = a * b; // the sum
`;
  expect(commentsOf(source)).toEqual(['Adds.', 'where and how much', 'the sum', 'the sum']);
  expect(
    localizeComments(source, {
      'Adds.': '더한다.',
      'where and how much': '어디에 얼마를',
      'the sum': '합',
    }),
  ).toBe(`/**
 * 더한다.
 * @param {{ at, by }[]} sums 어디에 얼마를
 * @param plain
 * @returns {number} 합
 */
function add(sums) {
  /* TODO */
}
const c = a * b; // 합
`);
});

test.each(LOCALES.filter((locale) => locale !== 'en'))(
  'every comment of a lesson that has a page in %s has words in it, and no others do',
  (locale) => {
    const lessons = pages.map((path) => path.split('/')[2] ?? '');
    for (const lesson of lessons) {
      const comments = Object.entries(code)
        .filter(([path]) => path.split('/')[2] === lesson)
        .flatMap(([, source]) => commentsOf(source));
      const words = Object.keys(commentWords(lesson, locale));
      expect({ lesson, comments: words.toSorted() }).toEqual({
        lesson,
        comments: [...new Set(comments)].toSorted(),
      });
    }
  },
);

test.each(Object.keys(code))('a link to %s finds it unchanged in Korean', (path) => {
  const source = code[path] ?? '';
  const korean = localizeComments(source, commentWords(path.split('/')[2] ?? '', 'ko'));
  expect(exampleMark(korean, null)).toBe(exampleMark(source, null));
});
