import { expect, test } from 'vitest';
import { LOCALES } from '../i18n/locale';
import { GLOSSARY } from './glossary';
import { KNOWN_ERRORS } from './known-errors';
import { searchRecords, searchWords } from './search-index';

const records = searchRecords();

test.each(LOCALES)('every term and every error has a record (%s)', (locale) => {
  const errors = KNOWN_ERRORS.flatMap((group) => group.errors);
  const own = records.filter(({ language }) => language === locale);
  expect(own).toHaveLength(GLOSSARY.length + errors.length);
  expect(new Set(own.map(({ url }) => url)).size).toBe(own.length);
});

test('a record leads to its place on the page of its language, and holds the other language’s word', () => {
  const korean = records.find(({ url }) => url === '/ko/glossary/#detached');
  expect(korean).toMatchObject({ language: 'ko', meta: { kind: 'term' } });
  expect(korean?.content).toContain('detached');
});

test('an error is found by what a console says, in either engine', () => {
  const error = records.find(({ url }) => url === '/errors/#set-overflow');
  expect(error?.content).toContain('offset is out of bounds');
  expect(error?.content).toContain('source array is too long');
  expect(error?.content).not.toContain('`');
});

test('an error of one type is found by the name of any', () => {
  const error = records.find(({ url }) => url === '/errors/#offset-not-multiple');
  expect(error?.content).toContain('start offset of Int16Array should be a multiple of 2');
  expect(error?.content).toContain('start offset of Float64Array should be a multiple of 8');
});

test('words to propose are each there once', () => {
  for (const locale of LOCALES) {
    const words = searchWords(locale);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toContain('DataView');
  }
});
