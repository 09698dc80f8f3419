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
    ko: {
      checks: {
        value: 'Int8이 담을 수를 돌려줍니다',
        operators: '연산자로 계산합니다. 버퍼를 만들지 않고 아무것도 저장하지 않습니다',
      },
      mistakes: {
        unsigned: {
          why: '254가 그대로 254입니다. 여덟 비트를 부호 없이 읽었습니다. `Int8`에서는 최상위 비트를 음수로 셉니다.',
          next: '128부터 부호 있는 수가 얼마나 작은지 알아내세요.',
        },
        'one-short': {
          why: '254가 −1이 되었습니다. 하나만큼 큽니다. 0도 하나로 세므로 한 바퀴는 256칸입니다.',
          next: '한 바퀴를 온전히 빼세요.',
        },
        flag: {
          why: '최상위 비트를 마이너스 기호로 보았습니다. 그것은 자릿값입니다. 254는 −128 + 126, 곧 −126이 아니라 −2입니다.',
          next: '부호를 바꾸는 대신 자릿값을 빼세요.',
        },
        'seven-bits': {
          why: '`n & 127`은 일곱 비트를 남깁니다. 수를 음수로 만드는 여덟째 비트가 사라졌습니다.',
          next: '여덟 비트를 남기고 최상위 비트에 자릿값을 주세요.',
        },
        moved: {
          why: '작은 수까지 모두 128만큼 내렸습니다. 128보다 작은 수는 어느 쪽으로 읽든 같습니다.',
          next: '최상위 비트가 켜졌을 때만 빼거나, 빼기 전에 그 비트를 뒤집으세요.',
        },
        'off-by-one': {
          why: '128이 그대로 128로 나왔는데 가장 큰 `Int8`은 127입니다. 최상위 비트가 켜지는 첫 수가 128입니다.',
          next: '조건이 어디에 금을 긋는지 보세요.',
        },
        clamped: {
          why: '−128과 127에서 멈추게 했습니다. `Int8Array`는 거기서 멈추지 않고 랩어라운드합니다.',
          next: '바이트처럼 아래쪽 여덟 비트를 남기세요.',
        },
        remainder: {
          why: '−128까지는 맞습니다. 하지만 −129가 그대로 −129인데 그런 `Int8`은 없습니다. 나머지는 도움이 되지 않습니다. `-129 % 256`도 −129입니다.',
          next: '음수에도 통하는 방법, 곧 아래쪽 여덟 비트 남기기를 먼저 하세요.',
        },
        unmasked: {
          why: '한 바이트짜리 수에서는 맞습니다. 더 큰 수는 비트가 여덟 개보다 많은데 그것이 모두 남아 있습니다.',
          next: '먼저 아래쪽 여덟 비트를 남긴 다음 최상위 비트를 보세요.',
        },
        'typed-array': {
          why: '답은 맞지만 형식화 배열이나 `DataView`가 일을 했습니다. 바이트 하나를 쓰고 다시 읽었습니다.',
          next: '그것이 하는 일을 두 단계로 하세요. 여덟 비트를 남기고, 최상위 비트를 음수로 세세요.',
        },
      },
    },
  },
});
