import { expect, test } from 'vitest';
import { explainError } from '../core/explain/explain-error';
import { errorText } from '../i18n/errors';
import '../i18n/ko';
import { LOCALES, textFor } from '../i18n/locale';
import { CHAPTERS } from './curriculum';
import { KNOWN_ERRORS } from './known-errors';

const all = KNOWN_ERRORS.flatMap(({ errors }) => errors);

test.each(all)('$id: what the engines say leads to what the page explains', (error) => {
  for (const message of error.messages)
    expect(explainError({ name: error.name, message })).toEqual(error.fact);
});

test.each(LOCALES)('each is explained in its own words (%s)', (locale) => {
  const said = all.map(({ fact }) => textFor(errorText, locale)(fact));
  for (const { what, todo } of said) {
    expect(what).not.toBe('');
    expect(todo).not.toBe('');
  }
  expect(said).toHaveLength(all.length);
});

test('addresses are of one error each, and lessons are those of the course', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const slugs = CHAPTERS.flatMap(({ lessons }) => lessons.map(({ slug }) => slug));
  for (const { lesson } of all) expect(slugs).toContain(lesson);
});
