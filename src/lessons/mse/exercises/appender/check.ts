import {
  appendsAll,
  appendsOf,
  behaviourOf,
  call,
  defineExercise,
  endsOnce,
  everyCall,
  everyCallThat,
  listener,
  media,
  neverWhileUpdating,
  notesOf,
  nothingAfterFailure,
  nothingUncaught,
  told,
  type Call,
  type MediaBehaviour,
} from '../../../../core/exercise';

const play = (behaviour: Partial<MediaBehaviour>) => {
  const { source, stream } = media(behaviour);
  return call('play', source, stream, listener('done'));
};

const isVideo = (made: Call) => behaviourOf(made).garbage === null;
const file = (byteLength: number, seed: number) => ({ byteLength, seed });

export const exercise = defineExercise({
  probes: [
    play({ file: file(5000, 2), pace: 'burst' }),
    play({ file: file(3000, 3), pace: 'burst', parseMs: 120 }),
    play({ file: file(4321, 4) }),
    play({ file: file(3000, 5), pace: 'slow' }),
    play({ file: file(0, 6) }),
    play({ file: file(4000, 7), pace: 'burst', garbage: { chunk: 1, isNoticed: true } }),
  ],

  checks: {
    free: {
      judge: everyCall(neverWhileUpdating()),
      mistakes: {
        'end-at-once': ({ problem }) =>
          problem.kind === 'media-busy' && problem.operation === 'endOfStream',
        swallowed: ({ call: made }) => made !== null && notesOf(made, 'uncaught').length === 0,
      },
    },
    bytes: {
      judge: everyCallThat(isVideo, appendsAll()),
      mistakes: {
        'whole-buffer': ({ call: made }) =>
          made !== null &&
          appendsOf(made).some(({ byteLength }) => byteLength > behaviourOf(made).chunkBytes),
        stack: ({ problem }) =>
          problem.kind === 'media-bytes' && problem.found === problem.expected,
        dropped: ({ problem }) =>
          problem.kind === 'media-bytes' && problem.found < problem.expected,
      },
    },
    end: {
      judge: everyCallThat(
        isVideo,
        endsOnce(),
        told(2, () => [true]),
      ),
      mistakes: {
        'late-end': ({ problem }) => problem.kind === 'media-ends' && problem.found === 0,
      },
    },
    failure: {
      judge: everyCallThat(
        (made) => !isVideo(made),
        nothingAfterFailure(),
        told(2, () => [false]),
        nothingUncaught(),
      ),
      mistakes: {
        'called-good': ({ problem }) => problem.kind === 'told' && problem.found === 'true',
        'update-only': ({ problem, call: made }) =>
          problem.kind === 'told' && made !== null && appendsOf(made).length === 2,
        'goes-on': ({ problem }) => problem.kind === 'media-after-failure',
      },
    },
  },

  refused: {
    spinning: (refusal) => refusal.kind === 'stopped',
    slept: (refusal) => refusal.kind === 'uncaught' && refusal.error.name === 'InvalidStateError',
  },

  words: {
    en: {
      checks: {
        free: 'Never asks anything of a SourceBuffer that is updating',
        bytes: 'Appends every byte, in the order in which they came',
        end: 'Calls `endOfStream` once, when all is in, and then `done(true)`',
        failure: 'When a chunk is refused: `done(false)`, and nothing more',
      },
      mistakes: {
        spinning: {
          why: 'It was stopped in a loop that waits. The page cannot finish parsing while you spin: `updating` changes in a task of its own, and your loop lets none run.',
          next: 'Return, and go on in a listener of `updateend`.',
        },
        slept: {
          why: 'An `InvalidStateError` in a callback of your own. A clock does not know when parsing is over: of the second stream each chunk takes longer than you waited.',
          next: 'Let `updateend` say when, in place of a time.',
        },
        swallowed: {
          why: 'An append threw, and you caught the error. The chunk is lost all the same: the SourceBuffer never got it.',
          next: 'Keep the chunk in a queue until the SourceBuffer is free.',
        },
        'end-at-once': {
          why: 'The stream has ended, and the SourceBuffer has not: `endOfStream` while it is updating is an `InvalidStateError`.',
          next: 'Let `end` only set a flag, and look at it when the queue is empty.',
        },
        dropped: {
          why: 'Chunks that came while it was updating are gone. Behind the hole nothing fits any more.',
          next: 'Push every chunk on a queue, and take the first one when there is room.',
        },
        stack: {
          why: 'Every byte arrived, and in the wrong order: the last chunk that came went in first.',
          next: 'Take from the front: `shift`, not `pop`.',
        },
        'whole-buffer': {
          why: 'You appended the buffer behind the chunk. The chunk is a window of it, and there are other bytes around.',
          next: 'Append the view itself.',
        },
        'late-end': {
          why: 'On a slow network `end` comes when the last `updateend` is over. You set a flag then, and nobody looks at it again.',
          next: 'After you have set the flag, look at once whether all is in.',
        },
        'update-only': {
          why: 'The second chunk was refused, and your program waits for ever: `update` comes after a good append only.',
          next: 'Listen to `updateend`, which always comes, and to `error`.',
        },
        'called-good': {
          why: 'A chunk was refused, and you said `done(true)`.',
          next: 'Listen to `error`, and remember that it came.',
        },
        'goes-on': {
          why: 'After its `error` comes an `updateend`, and your listener appended the next chunk to a SourceBuffer that had failed.',
          next: 'Return at once when it has failed: `readyState` is then no longer `open`.',
        },
      },
    },
  },
});
