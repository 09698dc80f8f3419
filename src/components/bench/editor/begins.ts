/**
 * Whether a suggestion may be meant by a word of which this is the first letter: Monaco matches it at the start of a name,
 * of a word within it, or where the name has a capital.
 *
 * @param name of what is suggested: `clientX`, `content-type`
 */
export function mayBegin(name: string, letter: string): boolean {
  const small = letter.toLowerCase();
  const capital = letter.toUpperCase();
  for (let at = 0; at < name.length; at++) {
    const here = name.charAt(at);
    if (here.toLowerCase() !== small) continue;
    if (at === 0 || (here === capital && capital !== small) || isSeparator(name.charAt(at - 1)))
      return true;
  }
  return false;
}

const isSeparator = (character: string): boolean => !/[\p{L}\p{N}]/u.test(character);

/** The first letter of the word that ends here; empty where none does. */
export const firstLetterOf = (textBefore: string): string =>
  /[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.exec(textBefore)?.[0].charAt(0) ?? '';
