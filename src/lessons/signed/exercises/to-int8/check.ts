import {
  all,
  allocations,
  answersLike,
  call,
  changes,
  defineExercise,
  everyCall,
  inCall,
  none,
  returns,
  Seeded,
  views,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

/** A reference of one number, as one that takes any inputs. */
const of =
  (convert: (n: number) => number) =>
  (n: InputValue): number =>
    convert(n as number);

/** ECMA-262 §7.1.9 ToInt8, for whole numbers. */
const toInt8 = of((n) => ((n & 255) ^ 128) - 128);

/** This was found first, where so much was given. */
const finds = (found: number, n: number): Recognise =>
  all(
    ({ problem }) => problem.kind === 'value' && problem.found === String(found),
    inCall(({ args: [given] }) => given === n),
  );

const random = new Seeded(0x80);
const numbers: readonly number[] = [
  ...[5, 254, 128, 127, 300, 400, -1, -128, -129, 12_345],
  ...Array.from({ length: 256 }, (_, byte) => byte),
  // No multiple of 256 below 0, whose remainder is −0: right, and yet another value.
  ...Array.from({ length: 40 }, () => random.integer(-5000, 5000)).filter((n) => n % 256 !== 0),
];

export const exercise = defineExercise({
  probes: numbers.map((n) => call('toInt8', n)),

  checks: {
    value: {
      judge: everyCall(returns(toInt8)),
      mistakes: {
        unsigned: finds(254, 254),
        'one-short': finds(-1, 254),
        flag: finds(-126, 254),
        'seven-bits': answersLike(of((n) => n & 127)),
        moved: answersLike(of((n) => (n & 255) - 128)),
        'off-by-one': finds(128, 128),
        clamped: answersLike(of((n) => Math.max(-128, Math.min(127, n)))),
        remainder: finds(-129, -129),
        unmasked: inCall(({ args: [n] }) => Number(n) > 255),
      },
    },
    operators: {
      judge: everyCall(none(allocations(), views(), changes())),
      mistakes: { 'typed-array': answersLike(toInt8) },
    },
  },

  words: {
    en: {
      checks: {
        value: 'Returns the number that an Int8 would hold',
        operators: 'Works with operators: makes no buffer and stores nothing',
      },
      mistakes: {
        unsigned: {
          why: '254 stays 254: its eight bits were read unsigned. In an `Int8` the top bit counts negative.',
          next: 'Find out by how much the signed number is less, from 128 on.',
        },
        'one-short': {
          why: '254 became −1, one more than it should. Once round is 256 steps, since 0 is one of them.',
          next: 'Take a whole round off.',
        },
        flag: {
          why: 'You took the top bit for a minus sign. It is a weight: 254 is −128 + 126, which is −2, not −126.',
          next: 'Subtract a weight instead of changing the sign.',
        },
        'seven-bits': {
          why: '`n & 127` keeps seven bits. The eighth, which makes a number negative, is gone.',
          next: 'Keep eight bits, and give the top one its weight.',
        },
        moved: {
          why: 'Every number was moved down by 128, also those below 128, which read the same in both ways.',
          next: 'Subtract only where the top bit is on, or flip that bit before you subtract.',
        },
        'off-by-one': {
          why: '128 came back as 128, and the largest `Int8` is 127. 128 is the first number whose top bit is on.',
          next: 'Look at where your condition draws the line.',
        },
        clamped: {
          why: 'You made it stop at −128 and 127. An `Int8Array` does not stop there, it wraps.',
          next: 'Keep the low eight bits, as a byte does.',
        },
        remainder: {
          why: 'Right down to −128. But −129 stayed −129, and no `Int8` holds that. A remainder does not help: `-129 % 256` is −129, too.',
          next: 'Keep the low eight bits first, which works for negative numbers as well.',
        },
        unmasked: {
          why: 'Right for the numbers of one byte. A larger one has more than eight bits, and yours are all still there.',
          next: 'Keep the low eight bits first, then look at the top one.',
        },
        'typed-array': {
          why: 'The answers are right, but a typed array or a `DataView` did the work: a byte was written and read back.',
          next: 'Do in two steps what it does: keep eight bits, count the top one negative.',
        },
      },
    },
  },
});
