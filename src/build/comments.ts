/**
 * Comments of a lesson's code in another language. `comments.ko.json` in the lesson's folder has them by their English
 * text, so that the code itself is there once and no line changes its number.
 */
import { tokenizer, type Comment } from 'acorn';
import { blockLine, type CommentWords } from '../core/exercise/localize-comments';
import type { Locale } from '../i18n/locale';

const files = import.meta.glob<CommentWords>('../lessons/*/comments.*.json', {
  import: 'default',
  eager: true,
});

/** A lesson's comments in this language, by their English text; empty where it has none. */
export function commentWords(lesson: string, locale: Locale): CommentWords {
  return files[`../lessons/${lesson}/comments.${locale}.json`] ?? {};
}

/**
 * The comments of a program, in order: what stands behind `//` without the spaces around it, and in block comments what
 * each line says behind its star and its tag.
 */
export function commentsOf(source: string): readonly string[] {
  const comments: Comment[] = [];
  const tokens = tokenizer(source, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onComment: comments,
    locations: false,
  });
  // Comments are told while the tokens pass by.
  Array.from(tokens);
  return comments.flatMap(({ type, value }) =>
    type === 'Line'
      ? [value.trim()]
      : `/*${value}*/`.split('\n').flatMap((line) => blockLine(line)?.[1] ?? []),
  );
}
