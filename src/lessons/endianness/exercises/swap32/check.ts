import {
  call,
  defineExercise,
  everyCallThat,
  hex,
  inCall,
  leavesAround,
  leavesView,
  returns,
  Seeded,
  view,
  type Call,
  type Finding,
  type InputValue,
  type Recognise,
} from '../../../../core/exercise';

const random = new Seeded(0x78);

const swap32 = (n: InputValue): number => {
  const scratch = new DataView(new ArrayBuffer(4));
  scratch.setUint32(0, n as number);
  return scratch.getUint32(0, true);
};

/** The bytes of an array whose elements are turned round. */
const swapAll = (bytes: InputValue): Uint8Array => {
  const result = (bytes as Uint8Array).slice();
  for (let at = 0; at < result.length; at += 4) result.subarray(at, at + 4).reverse();
  return result;
};

/** The call that fails meets this rule instead. */
const meets = (rule: (call: Call) => Finding | null): Recognise =>
  inCall((made) => rule(made) === null);
const answers = (wrong: (n: number) => number): Recognise =>
  meets(returns((n) => wrong(n as number)));
const leavesLike = (wrong: (bytes: Uint8Array) => Uint8Array): Recognise =>
  meets(leavesView(0, (bytes) => wrong(bytes as Uint8Array)));

const isNumber = ({ probe }: Call) => probe.call === 'swap32';
const isArray = ({ probe }: Call) => probe.call === 'swapAll';
/** The lowest byte has its top bit on, and becomes the highest. */
const turnsNegative = (made: Call) => isNumber(made) && swap32(made.args[0]) >= 2 ** 31;

const words = (...numbers: readonly number[]) => new Uint8Array(Uint32Array.from(numbers).buffer);

export const exercise = defineExercise({
  probes: [
    call('swap32', hex(0x12345678)),
    call('swap32', hex(0x78563412)),
    call('swap32', hex(1)),
    call('swap32', hex(0)),
    call('swap32', hex(0xdeadbe4f)),
    call('swap32', hex(255)),
    call('swap32', hex(0xffffffff)),
    ...Array.from({ length: 30 }, () => call('swap32', hex(random.integer(0, 0xffffffff)))),
    call('swapAll', view('numbers', 'Uint32Array', words(1, 2, 3))),
    call('swapAll', view('numbers', 'Uint32Array', [])),
    call('swapAll', view('numbers', 'Uint32Array', random.bytes(12), { before: 8, after: 4 })),
    call('swapAll', view('numbers', 'Uint32Array', random.bytes(28), { before: 4 })),
  ],

  checks: {
    number: {
      judge: everyCallThat(
        (made) => isNumber(made) && !turnsNegative(made),
        returns(swap32, { hex: true }),
      ),
      mistakes: {
        digits: answers((n) =>
          parseInt(Array.from(n.toString(16).padStart(8, '0')).toReversed().join(''), 16),
        ),
        halves: answers((n) => ((n << 16) | (n >>> 16)) >>> 0),
        pairs: answers((n) => (((n & 0xff00ff) << 8) | ((n >>> 8) & 0xff00ff)) >>> 0),
        ends: answers((n) => ((n << 24) | (n & 0xffff00) | (n >>> 24)) >>> 0),
        'no-mask': answers((n) => ((n << 24) | (n << 8) | (n >>> 8) | (n >>> 24)) >>> 0),
        'sign-copied': inCall(({ args: [n] }) => Number(n) >= 2 ** 31),
      },
    },
    unsigned: {
      judge: everyCallThat(turnsNegative, returns(swap32, { hex: true })),
      mistakes: { signed: answers((n) => swap32(n) | 0) },
    },
    array: {
      judge: everyCallThat(isArray, leavesView(0, swapAll)),
      mistakes: {
        copy: leavesLike((bytes) => bytes),
        elements: leavesLike((bytes) => bytes.toReversed()),
        order: leavesLike((bytes) => swapAll(bytes.toReversed())),
        'last-element': leavesLike((bytes) =>
          Uint8Array.of(...swapAll(bytes.subarray(0, -4)), ...bytes.subarray(-4)),
        ),
      },
    },
    around: {
      judge: everyCallThat(isArray, leavesAround(0)),
      mistakes: { 'whole-buffer': ({ problem }) => problem.kind === 'bytes' },
    },
  },

  words: {
    en: {
      checks: {
        number: 'swap32 turns the four bytes of a number round',
        unsigned: 'Its result is never negative',
        array: 'swapAll turns the bytes of every element round, in place',
        around: 'Changes no byte around numbers',
      },
      mistakes: {
        digits: {
          why: 'You turned the hexadecimal digits round. Two digits are one byte, and they stay together: 78, not 87.',
          next: 'Move whole bytes: 8 bits, or two digits.',
        },
        halves: {
          why: 'The two halves have changed places. Within each half the bytes stand as before.',
          next: 'Give each of the four bytes a place of its own.',
        },
        pairs: {
          why: 'The bytes of each half have changed places, and the two halves have not.',
          next: 'Let the lowest byte go to the highest place, 24 places up.',
        },
        ends: {
          why: 'The first and the last byte have changed places. The two in the middle are still as they were.',
          next: 'Move those two as well, by 8 places each.',
        },
        'no-mask': {
          why: 'The pieces overlap: besides the byte you meant, others came along.',
          next: 'Keep one byte by `& 255` before you move it to its place.',
        },
        'sign-copied': {
          why: 'Right as long as the top bit is off. `>>` fills up with copies of the top bit; `>>>` fills up with zeros.',
          next: 'Use `>>>` to move to the right.',
        },
        signed: {
          why: 'The right bits, read signed: the operators took the top one for a sign. A `>>> 0` before the last `|` does not help.',
          next: 'Put `>>> 0` last, around the finished number.',
        },
        copy: {
          why: 'The elements of `numbers` are as they were: nothing was stored in them.',
          next: 'Assign each result to `numbers[i]`.',
        },
        elements: {
          why: 'The bytes were turned round from end to end, and so the elements have changed places, too.',
          next: 'Swap within each element, never across them.',
        },
        order: {
          why: 'The elements have changed places, and their bytes are as they were. It should be the other way round.',
          next: 'Leave each element where it is, and use `swap32` on it.',
        },
        'last-element': {
          why: 'The last element is as it was.',
          next: 'Look at where your loop ends.',
        },
        'whole-buffer': {
          why: 'The elements are right, but so many more have changed: `numbers` is a part of its buffer, and you went through all of it.',
          next: 'Work through `numbers`, or give your view the same start and length.',
        },
      },
    },
    ko: {
      checks: {
        number: 'swap32는 수의 네 바이트를 뒤집습니다',
        unsigned: '그 결과는 결코 음수가 아닙니다',
        array: 'swapAll은 모든 요소의 바이트를 그 자리에서 뒤집습니다',
        around: 'numbers 둘레의 바이트를 바꾸지 않습니다',
      },
      mistakes: {
        digits: {
          why: '16진수 숫자를 하나씩 뒤집었습니다. 두 자리가 한 바이트이고 함께 움직입니다. 87이 아니라 78입니다.',
          next: '바이트를 통째로, 곧 8비트나 두 자리씩 옮기세요.',
        },
        halves: {
          why: '두 절반이 자리를 바꿨습니다. 절반 안의 바이트는 전과 같습니다.',
          next: '네 바이트에 저마다 자리를 주세요.',
        },
        pairs: {
          why: '절반 안에서 바이트가 자리를 바꿨지만 두 절반은 그대로입니다.',
          next: '최하위 바이트를 24자리 위, 맨 위 자리로 보내세요.',
        },
        ends: {
          why: '첫 바이트와 마지막 바이트가 자리를 바꿨습니다. 가운데 둘은 그대로입니다.',
          next: '그 둘도 여덟 자리씩 옮기세요.',
        },
        'no-mask': {
          why: '조각이 겹칩니다. 뜻한 바이트 말고도 다른 것이 따라왔습니다.',
          next: '자리로 옮기기 전에 `& 255`로 바이트 하나만 남기세요.',
        },
        'sign-copied': {
          why: '최상위 비트가 꺼져 있으면 맞습니다. `>>`는 최상위 비트의 사본으로 채우고, `>>>`는 0으로 채웁니다.',
          next: '오른쪽으로 옮길 때 `>>>`를 쓰세요.',
        },
        signed: {
          why: '비트는 맞지만 부호를 붙여 읽었습니다. 연산자가 최상위 비트를 부호로 보았습니다. 마지막 `|` 앞의 `>>> 0`은 도움이 되지 않습니다.',
          next: '다 만든 수를 감싸 맨 마지막에 `>>> 0`을 쓰세요.',
        },
        copy: {
          why: '`numbers`의 요소가 그대로입니다. 아무것도 저장되지 않았습니다.',
          next: '결과를 저마다 `numbers[i]`에 대입하세요.',
        },
        elements: {
          why: '바이트를 끝에서 끝까지 뒤집어서 요소까지 자리를 바꿨습니다.',
          next: '요소 안에서만 바꾸고, 요소의 경계를 넘지 마세요.',
        },
        order: {
          why: '요소는 자리를 바꿨는데 그 안의 바이트는 그대로입니다. 반대여야 합니다.',
          next: '요소를 제자리에 두고 저마다 `swap32`를 쓰세요.',
        },
        'last-element': {
          why: '마지막 요소가 그대로입니다.',
          next: '반복이 어디서 끝나는지 보세요.',
        },
        'whole-buffer': {
          why: '요소는 맞지만 훨씬 많은 것이 바뀌었습니다. `numbers`는 버퍼의 일부인데 전체를 훑었습니다.',
          next: '`numbers`를 훑거나, 여러분이 만드는 뷰의 시작과 길이를 `numbers`와 같게 하세요.',
        },
      },
    },
  },
});
