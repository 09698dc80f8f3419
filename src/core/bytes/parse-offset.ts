/** A place in a file as people write it: `4096`, `0x1000`, `1000h`, `+16`, `-0x10`, `end`. */
import { readNumber } from './read-number';

/**
 * The offset that a text means; null for what is none. A sign goes on from `at`.
 *
 * @example parseOffset('+0x10', 4) // 20
 */
export function parseOffset(text: string, at: number, byteLength: number): number | null {
  const trimmed = text.trim().replaceAll('−', '-');
  if (/^(?:end|끝)$/i.test(trimmed)) return Math.max(0, byteLength - 1);
  const [, sign = '', rest = ''] = /^([+-]?)\s*(.+)$/.exec(trimmed) ?? [];
  const hexLetters = /^([\da-f]+)h$/i.exec(rest)?.[1];
  const { exact } = readNumber(hexLetters === undefined ? rest : `0x${hexLetters}`) ?? {};
  if (
    exact === undefined ||
    exact === null ||
    exact < 0n ||
    exact > BigInt(Number.MAX_SAFE_INTEGER)
  )
    return null;
  const number = Number(exact);
  return sign === '' ? number : sign === '+' ? at + number : at - number;
}
