/**
 * Comments of code in another language: their words are known by the English text, and no line moves. Line by line, so
 * that a page can do it without a parser.
 */
export type CommentWords = Readonly<Record<string, string>>;

/** A type of JSDoc, which may have braces in it: `{{ id, start }[]}`. */
const TYPE = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
/** A line of a block comment: what stands before its words, and what closes the comment behind them. */
const BLOCK_LINE = new RegExp(
  String.raw`^(\s*\/?\*{1,2} ?(?:@param (?:${TYPE} )?\w+ ?|@returns (?:${TYPE} ?)?)?)(.*?)((?: ?\*\/)?)$`,
);

/** The words of one line of a block comment, and what stands around them; null where it has none. */
export function blockLine(
  line: string,
): readonly [before: string, words: string, after: string] | null {
  const [, before = '', words = '', after = ''] = BLOCK_LINE.exec(line) ?? [];
  return /[a-z]{2}/.test(words) ? [before, words, after] : null;
}

/** The program with its comments in another language; one that is not known stays as it is. */
export function localizeComments(source: string, words: CommentWords): string {
  return source
    .split('\n')
    .map((line) => localizeLine(line, words))
    .join('\n');
}

function localizeLine(line: string, words: CommentWords): string {
  const block = blockLine(line);
  if (block !== null) return block[0] + said(block[1], words) + block[2];
  // The first is not always the comment's: a string may hold an address.
  for (let at = line.indexOf('//'); at >= 0; at = line.indexOf('//', at + 1)) {
    const text = line.slice(at + 2).trim();
    const found = said(text, words);
    if (found !== text) return `${line.slice(0, at)}// ${found}`;
  }
  return line;
}

function said(text: string, words: CommentWords): string {
  const translated = Object.hasOwn(words, text) ? words[text] : undefined;
  if (translated?.includes('\n') === true)
    throw new RangeError(`A comment is one line, and this one has more: ${translated}`);
  return translated ?? text;
}
