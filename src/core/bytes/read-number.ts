/** A number as people write it: in code, copied from a page, or by a phone's keyboard. */

/** `exact` for whole numbers without a point or an exponent, of any size. */
export interface WrittenNumber {
  readonly exact: bigint | null;
  readonly number: number;
}

/** A BigInt's suffix may follow. */
const WHOLE = /^(0x[\da-f]+|0o[0-7]+|0b[01]+|\d+)n?$/i;
const DECIMAL = /^(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|infinity|nan)$/i;

/**
 * Reads `0x1_47`, `1,191,247,872`, `−2`, `5n`, `1e-3`, `NaN`; null for what is no number.
 *
 * @example readNumber('0x10') // { exact: 16n, number: 16 }
 */
export function readNumber(text: string): WrittenNumber | null {
  const bare = text.replaceAll('−', '-').replace(/[\s_,]/g, '');
  const isNegative = bare.startsWith('-');
  const unsigned = bare.replace(/^[+-]/, '');
  const whole = WHOLE.exec(unsigned)?.[1];
  if (whole === undefined && !DECIMAL.test(unsigned)) return null;
  return {
    exact: whole === undefined ? null : signed(BigInt(whole), isNegative),
    number: (isNegative ? -1 : 1) * numberFrom(whole ?? unsigned),
  };
}

const signed = (size: bigint, isNegative: boolean): bigint => (isNegative ? -size : size);

/** `Number` wants the capitals of `Infinity` and `NaN`; a phone's keyboard may give others. */
function numberFrom(digits: string): number {
  if (/^infinity$/i.test(digits)) return Infinity;
  return /^nan$/i.test(digits) ? NaN : Number(digits);
}
