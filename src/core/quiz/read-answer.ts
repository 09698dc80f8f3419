/** What a reader typed, as an answer, or why it is none. A mistake is a value here. */
import { readNumber } from '../bytes/read-number';

/** What is wrong with a text; `long` is a number that no byte holds, as hexadecimal. */
export type Refusal = 'empty' | 'not-hex' | 'long' | 'hex-digits' | 'not-a-number';

/** An answer's text in one spelling, so that two that mean the same are the same. */
export type ReadAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: Refusal };

const HEX = /^[\da-f]+$/i;
const refused = (why: Refusal): ReadAnswer => ({ kind: 'refused', why });
const answer = (text: string): ReadAnswer => ({ kind: 'answer', text });

/** Hexadecimal digits with or without `0x`, in either case: `0XfE` is `FE`, and `7` is `07`. */
export function readByte(text: string): ReadAnswer {
  const digits = text
    .trim()
    .replace(/^0x/i, '')
    .replaceAll(/^0+(?=.{2})/g, '');
  if (digits === '') return refused('empty');
  if (!HEX.test(digits)) return refused('not-hex');
  if (digits.length > 2) return refused('long');
  return answer(digits.toUpperCase().padStart(2, '0'));
}

/** A number in decimal digits (`0x` says otherwise), or in hexadecimal ones; whole ones are exact at any size. */
export function readValue(text: string, base: 10 | 16): ReadAnswer {
  const typed = text.trim();
  if (typed === '') return refused('empty');
  if (base === 16) {
    const digits = typed.replaceAll(/[\s_,]/g, '').replace(/^(-|−)?0x/i, '$1');
    const [, minus = '', size = ''] = /^([-−]?)([\da-f]+)n?$/i.exec(digits) ?? [];
    if (size === '') return refused('not-hex');
    return answer(`${minus && '-'}${BigInt(`0x${size}`).toString(16)}`);
  }
  const read = readNumber(typed);
  if (read === null) return refused(HEX.test(typed) ? 'hex-digits' : 'not-a-number');
  return answer(String(read.exact ?? read.number));
}

/**
 * One text for each byte, of what was pasted or typed into one field: `00 00 01 47`, `00,00`, `0x1 0x47`, `00000147`.
 * Fewer than two: it is one byte.
 */
export function splitBytes(text: string): readonly string[] {
  const parts = text.split(/[\s,;:]+/).filter((part) => part !== '');
  const [only = ''] = parts;
  if (parts.length > 1) return parts;
  const digits = only.replace(/^0x/i, '');
  if (digits.length < 4 || digits.length % 2 !== 0 || !HEX.test(digits)) return parts;
  return digits.match(/../g) ?? parts;
}
