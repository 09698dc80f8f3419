/**
 * The key of a press; where a keyboard writes in other letters than Latin ones (ㄱ on the key R), the Latin letter of its
 * place. `[`, `]`, `/` and `?` are where they are on a Korean keyboard too.
 */
export function keyOf({
  key,
  code,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  // `Process`: an input method has taken it.
  const isOther = key === 'Process' || (/^\p{Letter}/u.test(key) && !/\p{Script=Latin}/u.test(key));
  if (letter === undefined || !isOther) return key;
  return shiftKey ? letter : letter.toLowerCase();
}
