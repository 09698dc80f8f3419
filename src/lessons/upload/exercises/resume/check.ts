import {
  call,
  defineExercise,
  everyCall,
  file,
  labRefusedNothing,
  labSaved,
  messagesOf,
  noReadsBelowResume,
  resumedAt,
  labOf,
  socket,
  type Call,
} from '../../../../core/exercise';

const upload = (byteLength: number, seed: number, chunk: number | null, stored = false) => {
  const made = { byteLength, seed };
  const diesAt = chunk === null ? null : { chunk, stored };
  return call('upload', socket(made, { diesAt }), file('film.bin', made));
};

/** The second start was one of another upload. */
const beganAnew = (made: Call | null) => {
  const [, second] = made === null ? [] : messagesOf(made, 'ready');
  return second?.next === 0;
};

export const exercise = defineExercise({
  probes: [
    upload(250_000, 0x6c, 2),
    upload(250_000, 2, 1, true),
    upload(500_000, 3, 3, true),
    upload(500_000, 4, 3),
    upload(300_000, 5, 0),
    upload(250_000, 6, null),
    upload(0, 7, null),
  ],

  checks: {
    reads: {
      judge: everyCall(noReadsBelowResume()),
      mistakes: {
        'from-zero': ({ problem }) => problem.kind === 'read-again' && problem.start === 0,
        'no-resume': ({ call: made }) => beganAnew(made),
        'own-count': ({ problem }) => problem.kind === 'read-again' && problem.start > 0,
      },
    },
    accepted: {
      judge: everyCall(labRefusedNothing()),
      mistakes: {
        'no-resume': ({ call: made }) => beganAnew(made),
        'own-position': ({ problem }) =>
          problem.kind === 'lab' && ['gap', 'incomplete'].includes(problem.refusal ?? ''),
      },
    },
    saved: {
      judge: everyCall(labSaved()),
      mistakes: {
        'gave-up': ({ call: made }) =>
          made !== null &&
          messagesOf(made, 'disconnect').length > 0 &&
          resumedAt(labOf(made)) === null,
      },
    },
  },

  words: {
    en: {
      checks: {
        reads: 'After a loss, reads nothing that the lab has',
        accepted: 'The lab refuses nothing',
        saved: 'The lab has the whole file, and its hash is right',
      },
      mistakes: {
        'from-zero': {
          why: 'The lab had 204,800 bytes when it died, and kept them. You began at 0 again: 204,800 bytes were sent twice.',
          next: 'Ask to go on with the same upload, and begin at the byte that the answer names.',
        },
        'own-count': {
          why: 'The lab had stored the chunk, and only its acknowledgement was lost. Your own count does not know of it, so you read it again.',
          next: 'Begin at the `next` that the lab answers to `start`.',
        },
        'own-position': {
          why: 'A gap: the lab wants 204,800. You went on where you had read to, and what was on its way when the lab died never arrived.',
          next: 'Begin at the `next` that the lab answers to `start`.',
        },
        'no-resume': {
          why: 'Without `resume` the lab took this for a new upload, which begins at 0, and you sent a chunk from its middle.',
          next: 'Give `start` the id of the first upload as `resume`.',
        },
        'gave-up': {
          why: 'The connection was lost, and you never started again. The lab holds part of a file that nobody finishes.',
          next: 'Catch the error, and start once more.',
        },
      },
    },
  },
});
