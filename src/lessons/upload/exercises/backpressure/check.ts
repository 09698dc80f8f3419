import {
  blobReadsAtMost,
  call,
  defineExercise,
  everyCall,
  everyCallThat,
  file,
  fileOf,
  inFlightAtLeast,
  inFlightAtMost,
  labOf,
  labRefusedNothing,
  labSaved,
  mostInFlight,
  neverIdle,
  readsBeforeFirstAck,
  socket,
  type Call,
} from '../../../../core/exercise';

const upload = (byteLength: number, seed: number) => {
  const made = { byteLength, seed };
  return call('upload', socket(made, { holds: 2 }), file('film.bin', made));
};

const hasTwoChunks = (made: Call) => fileOf(made, 'socket').byteLength > 102_400;
const wasRefused = (made: Call) => labRefusedNothing()(made) !== null;

export const exercise = defineExercise({
  probes: [
    upload(250_000, 0x6b),
    upload(512_001, 2),
    upload(204_800, 3),
    upload(50_000, 4),
    upload(0, 5),
  ],

  checks: {
    two: {
      judge: everyCallThat(hasTwoChunks, inFlightAtLeast(2), neverIdle()),
      mistakes: {
        'out-of-order': ({ call: made }) => made !== null && wasRefused(made),
        'one-at-a-time': ({ call: made }) => made !== null && mostInFlight(labOf(made)) === 1,
        pairs: ({ problem, call: made }) =>
          problem.kind === 'idle' && made !== null && mostInFlight(labOf(made)) === 2,
      },
    },
    most: {
      judge: everyCall(inFlightAtMost(2)),
      mistakes: {
        'all-at-once': ({ problem }) => problem.kind === 'in-flight' && problem.found > 2,
      },
    },
    reads: {
      judge: everyCall(readsBeforeFirstAck(2), blobReadsAtMost(102_400)),
      mistakes: {
        'read-ahead': ({ problem }) =>
          problem.kind === 'early-reads' || problem.kind === 'long-read',
      },
    },
    saved: {
      judge: everyCall(labSaved()),
      mistakes: {
        'never-down': ({ problem }) => problem.kind === 'unsettled',
      },
    },
  },

  words: {
    en: {
      checks: {
        two: 'Keeps two chunks in flight as long as there is something to send',
        most: 'Never has more than two in flight',
        reads: 'Reads a chunk only when there is room to send it',
        saved: 'The lab has the whole file, and was told so',
      },
      mistakes: {
        'one-at-a-time': {
          why: 'One chunk at a time: while its answer travels back nothing is on its way. With 100 ms each way, 40,000 chunks wait for two hours.',
          next: 'Do not await the chunk that you have just sent.',
        },
        pairs: {
          why: 'Two went out, and then you waited for both. When the second was acknowledged nothing was on its way, and there was more to send.',
          next: 'Send the next one as soon as the first of the two is acknowledged.',
        },
        'all-at-once': {
          why: 'Three reads before the first acknowledgement: every chunk was in memory and on its way at once. Imagine a file of 4 GB.',
          next: 'Wait while two are in flight, before you read the next.',
        },
        'read-ahead': {
          why: 'You sent two at a time, but everything had been read before. What waits in memory is the whole file.',
          next: 'Move the read behind the wait for room.',
        },
        'out-of-order': {
          why: 'The lab refused a chunk: bytes before it were missing. It takes chunks in the order of the file, and two that overtake each other leave a gap.',
          next: 'Let one loop read and send, so that the order stays.',
        },
        'never-down': {
          why: 'After two chunks everything stood still: your count went up with each chunk and never down.',
          next: 'Count one less when an acknowledgement comes.',
        },
      },
    },
  },
});
