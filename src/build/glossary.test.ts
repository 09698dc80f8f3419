import { expect, test } from 'vitest';
import { LOCALES } from '../i18n/locale';
import { PLANNED_LESSONS } from './curriculum';
import { GLOSSARY, termOf, termsInOrder } from './glossary';

test('each term has an address of its own, and a lesson that is on the map', () => {
  const ids = GLOSSARY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const slugs = PLANNED_LESSONS.map(({ slug }) => slug);
  expect(GLOSSARY.filter(({ lesson }) => !slugs.includes(lesson))).toEqual([]);
});

test.each(LOCALES)('no word of %s stands for two things', (locale) => {
  const words = GLOSSARY.flatMap(({ term, also }) => [term[locale], ...also[locale]]);
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
});

test('a word leads to its term, in its language', () => {
  expect(termOf('views', 'en')?.id).toBe('view');
  expect(termOf('뷰', 'ko')?.id).toBe('view');
  expect(termOf('뷰', 'en')).toBe(null);
  expect(termOf('seam', 'en')).toBe(null);
});

test('the order is that of the language', () => {
  const korean = termsInOrder('ko').map(({ term }) => term.ko);
  expect(korean.indexOf('뷰')).toBeGreaterThan(korean.indexOf('버퍼'));
  expect(termsInOrder('en')[0]?.id).toBe('acknowledgement');
});
