import {
  all,
  call,
  defineExercise,
  everyCall,
  inCall,
  returns,
  revokesAll,
  Seeded,
  urlsOf,
  view,
  type Call,
  type InputValue,
} from '../../../../core/exercise';

const random = new Seeded(0x6a);

/** Photos of so many bytes. */
const photos = (...byteLengths: readonly number[]) =>
  byteLengths.map((size, i) => view(`photo ${i + 1}`, 'Uint8Array', random.bytes(size)));

const sizes = (...[given]: readonly InputValue[]) =>
  (given as readonly Uint8Array[]).map(({ length }) => (length === 0 ? null : length));

const sizesOf = ({ args }: Call) => sizes(...args);

export const exercise = defineExercise({
  probes: [
    call('show', photos(3, 5)),
    call('show', photos(7)),
    call('show', photos(4, 0, 9)),
    call('show', photos()),
  ],

  checks: {
    freed: {
      judge: everyCall(revokesAll()),
      mistakes: {
        another: inCall((made) => urlsOf(made).made > sizesOf(made).length),
        'only-good': inCall((made) => sizesOf(made).includes(null)),
        'last-only': inCall((made) => urlsOf(made).live.size === sizesOf(made).length - 1),
      },
    },
    shown: {
      judge: everyCall(returns(sizes)),
      mistakes: {
        'too-early': all(
          (_finding, { calls }) => calls.every((made) => urlsOf(made).live.size === 0),
          inCall((made) => returns(sizesOf(made).map(() => null))(made) === null),
        ),
      },
    },
  },

  words: {
    en: {
      checks: {
        freed: 'Gives every object URL back',
        shown: 'Shows every photo that can be decoded, and says its size',
      },
      mistakes: {
        'too-early': {
          why: 'No address is left, and no photo was shown: the addresses were gone before the pictures were fetched. Firefox would have been in time, Chromium would not. Do not depend on timing.',
          next: 'Wait for `decode()` before you give the address back.',
        },
        another: {
          why: '`createObjectURL` makes a new address each time, also for a Blob that has one. You gave back the new one, and the one that the picture had is live.',
          next: 'Keep the address in a variable, and give that one back.',
        },
        'only-good': {
          why: 'All photos that could be decoded are freed. The one that could not be is kept: an error skipped your `revokeObjectURL`.',
          next: 'Give the address back where the code goes in either case.',
        },
        'last-only': {
          why: 'Only the last address was given back. Each photo has one of its own.',
          next: 'Move `revokeObjectURL` into the loop.',
        },
      },
    },
    ko: {
      checks: {
        freed: '객체 URL을 모두 해제합니다',
        shown: '디코딩할 수 있는 사진을 모두 보여 주고 크기를 알려 줍니다',
      },
      mistakes: {
        'too-early': {
          why: '남은 주소는 없지만 보인 사진도 없습니다. 그림을 가져오기 전에 주소가 사라졌습니다. Firefox였다면 늦지 않았겠지만 Chromium은 아닙니다. 타이밍에 기대지 마세요.',
          next: '주소를 해제하기 전에 `decode()`를 기다리세요.',
        },
        another: {
          why: '`createObjectURL`은 이미 주소가 있는 Blob에도 호출할 때마다 새 주소를 만듭니다. 해제한 것은 새 주소이고, 그림이 쓰던 주소는 살아 있습니다.',
          next: '주소를 변수에 담아 두고 그것을 해제하세요.',
        },
        'only-good': {
          why: '디코딩된 사진은 모두 해제되었습니다. 디코딩되지 않은 사진은 남아 있습니다. 오류 때문에 `revokeObjectURL`을 건너뛰었습니다.',
          next: '어느 경우에나 코드가 지나가는 곳에서 주소를 해제하세요.',
        },
        'last-only': {
          why: '마지막 주소만 해제했습니다. 사진마다 자기 주소가 있습니다.',
          next: '`revokeObjectURL`을 반복문 안으로 옮기세요.',
        },
      },
    },
  },
});
