/**
 * Comments of a lesson's code in another language, and the words on its snippets' own pages. `comments.ko.json` in the
 * lesson's folder has them by their English text, so that the code itself is there once and no line changes its number.
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

/** What a page says: the text between tags, and the text of an image. */
const HTML_TEXT = /(?<=>)[^<>]+(?=<)|(?<=\balt=")[^"]+(?=")/g;

/** The words of a snippet's own page, in order, without the spaces around them. */
export function textsOf(html: string): readonly string[] {
  return (html.match(HTML_TEXT) ?? []).map((text) => text.trim()).filter((text) => text !== '');
}

/** A snippet's own page with its words in another language; one that is not known stays as it is. */
export function localizeHtml(html: string, words: CommentWords): string {
  return html.replace(HTML_TEXT, (text) => {
    const said = text.trim();
    return text.replace(said, () => words[said] ?? said);
  });
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
