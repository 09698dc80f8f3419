/**
 * Comments of a lesson's code in another language. `comments.ko.json` in the lesson's folder has them by their English
 * text, so that the code itself is there once and no line changes its number.
 */
import { tokenizer, type Comment } from 'acorn';
import type { Locale } from '../i18n/locale';

export type CommentWords = Readonly<Record<string, string>>;

const files = import.meta.glob<CommentWords>('../lessons/*/comments.*.json', {
  import: 'default',
  eager: true,
});

/** A lesson's comments in this language, by their English text; empty where it has none. */
export function commentWords(lesson: string, locale: Locale): CommentWords {
  return files[`../lessons/${lesson}/comments.${locale}.json`] ?? {};
}

/** The comments of a program, in order: what stands behind `//`, without the spaces around it. */
export function commentsOf(source: string): readonly string[] {
  return found(source).map(({ value }) => value.trim());
}

/** The program with its comments in another language; one that is not known stays as it is. */
export function localizeComments(source: string, words: CommentWords): string {
  let said = source;
  for (const { value, start, end } of found(source).toReversed()) {
    const translated = words[value.trim()];
    if (translated === undefined) continue;
    if (translated.includes('\n'))
      throw new RangeError(`A comment is one line, and this one has more: ${translated}`);
    said = `${said.slice(0, start)}// ${translated}${said.slice(end)}`;
  }
  return said;
}

/** Comments of one line: code of lessons has no others. */
function found(source: string): readonly Comment[] {
  const comments: Comment[] = [];
  const tokens = tokenizer(source, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onComment: comments,
    locations: false,
  });
  // Comments are told while the tokens pass by.
  for (const token of tokens) void token;
  return comments.filter(({ type }) => type === 'Line');
}
