/**
 * Characters that make code read otherwise than it runs: those that turn the direction of text round, and those that
 * have no width. Who is about to run a stranger's program has to see them.
 * @see Boucher and Anderson, "Trojan Source", 2021
 */

/** U+200D joins emoji, and U+FE0F chooses their looks: between and behind those they deceive nobody. */
const HIDDEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;

/** A text in pieces: what can be read, and hidden characters by their code point, `U+202E`. */
export type ReadablePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly name: string };

export function readablePieces(text: string): readonly ReadablePiece[] {
  const pieces: ReadablePiece[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    pieces.push({ kind: 'hidden', name: `U+${code}` });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

export const countHidden = (text: string): number => text.match(HIDDEN)?.length ?? 0;
