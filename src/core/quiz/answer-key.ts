/** A question's right answer and the wrong ones it knows: made at build, and all that the page needs to judge by. */
import { readByte, readValue, type ReadAnswer, type Refusal } from './read-answer';

export interface AnswerKey {
  readonly kind: 'bytes' | 'value' | 'choice';
  readonly base: 10 | 16;
  /** In the spelling of `read-answer.ts`: `00 FF`, `-2`; a choice as it is written. */
  readonly right: string;
  /** What each known wrong answer is told, by answer. Bytes in decimal are `asDecimals`. */
  readonly wrong: Readonly<Record<string, string>>;
}

export type Judgement =
  | { readonly kind: 'right' }
  /** `says` is a value of `AnswerKey.wrong`; null for an answer that nobody foresaw. */
  | {
      readonly kind: 'wrong';
      readonly says: string | null;
      /** Indices of fields that differ. */
      readonly differing: readonly number[];
    }
  | { readonly kind: 'refused'; readonly field: number; readonly why: Refusal };

/** Judges the texts of a question's fields; a choice is one text, and none is `''`. */
export function judgeAnswer(key: AnswerKey, typed: readonly string[]): Judgement {
  const reads = typed.map((text) => readField(key, text));
  const texts = reads.map((read, field) => (read.kind === 'answer' ? read.text : typed[field]));
  const field = reads.findIndex(({ kind }) => kind === 'refused');
  const read = reads[field];
  const answer = texts.join(' ');
  if (read === undefined && answer === key.right) return { kind: 'right' };
  // 254 is no byte in hexadecimal, but it may be the right one in decimal.
  const says = known(key, answer) ?? (key.kind === 'bytes' ? known(key, asDecimals(typed)) : null);
  if (says === null && read?.kind === 'refused') return { kind: 'refused', field, why: read.why };
  const right = key.kind === 'bytes' ? key.right.split(' ') : [key.right];
  return {
    kind: 'wrong',
    says,
    differing: [...texts.keys()].filter((index) => texts[index] !== right[index]),
  };
}

const known = ({ wrong }: AnswerKey, answer: string): string | null =>
  Object.hasOwn(wrong, answer) ? (wrong[answer] ?? null) : null;

/** Bytes in decimal as `AnswerKey.wrong` has them: at least two digits each, so that `05` stays what it also is. */
export function asDecimals(bytes: readonly (string | number)[]): string {
  return bytes
    .map((byte) =>
      String(byte)
        .trim()
        .replace(/^0+(?=\d)/, '')
        .padStart(2, '0'),
    )
    .join(' ');
}

function readField({ kind, base }: AnswerKey, text: string): ReadAnswer {
  if (kind === 'bytes') return readByte(text);
  if (kind === 'value') return readValue(text, base);
  return text === '' ? { kind: 'refused', why: 'empty' } : { kind: 'answer', text };
}
