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
  },
});
