/**
 * Engines put the text of an expression into some messages (`a[0].f is not a function`), which is then the rewritten
 * text. Written with indices and comparisons only: the realm calls it after learner code may have replaced methods.
 */

/**
 * The message with what the rewriter inserted left out. What cannot be told from the text any more is `…`.
 *
 * @example originalMessage('a[$b.R(...)].f is not a function', '$b') // 'a[…].f is not a function'
 * @example originalMessage('($b.s , o).fill is not a function', '$b') // 'o.fill is not a function'
 */
export function originalMessage(message: string, hookName: string): string {
  let text = '';
  let at = 0;
  while (at < message.length) {
    const mark = isAt(message, at, `(${hookName}.s`) ? indexOf(message, at, ',') : -1;
    const end = mark < 0 ? -1 : indexOf(message, mark, ')');
    if (end >= 0) {
      for (let i = mark + 2; i < end; i++) text += message[i] ?? '';
      at = end + 1;
    } else if (isAt(message, at, hookName)) {
      text += '…';
      at = behindInserted(message, at + hookName.length);
    } else {
      text += message[at] ?? '';
      at++;
    }
  }
  return text;
}

/** Behind the digits of a temporary, or behind `.R(...)`. */
function behindInserted(message: string, from: number): number {
  let at = from;
  if (message[at] === '.') {
    const close = message[at + 2] === '(' ? indexOf(message, at, ')') : -1;
    return close < 0 ? at + 2 : close + 1;
  }
  while (isDigit(message[at])) at++;
  return at;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function isAt(text: string, at: number, part: string): boolean {
  for (let i = 0; i < part.length; i++) if (text[at + i] !== part[i]) return false;
  return true;
}

function indexOf(text: string, from: number, character: string): number {
  for (let i = from; i < text.length; i++) if (text[i] === character) return i;
  return -1;
}
