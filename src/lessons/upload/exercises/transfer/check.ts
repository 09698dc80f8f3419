import {
  allocations,
  atMost,
  call,
  defineExercise,
  everyCall,
  failsWithName,
  file,
  fileOf,
  listener,
  movedAll,
  movedBytes,
  reported,
  worker,
  workerGotFile,
  type Call,
} from '../../../../core/exercise';

const CHUNK = 102_400;

const handOver = (byteLength: number, seed: number) => {
  const made = { byteLength, seed };
  return call('handOver', worker(made), file('film.bin', made), listener('report'));
};

const sizeOf = (made: Call) => fileOf(made, 'worker').byteLength;
const chunksOf = (made: Call) => Math.ceil(sizeOf(made) / CHUNK);
const percentages = (made: Call) =>
  Array.from(
    { length: chunksOf(made) },
    (_, i) => (Math.min((i + 1) * CHUNK, sizeOf(made)) / sizeOf(made)) * 100,
  );

export const exercise = defineExercise({
  probes: [handOver(250_000, 0x6d), handOver(204_800, 2), handOver(4_321, 3), handOver(512_001, 4)],

  checks: {
    moved: {
      judge: everyCall(movedAll()),
      mistakes: {
        'view-in-list': failsWithName('DataCloneError'),
        cloned: ({ call: made }) => made !== null && movedBytes(made) === 0,
      },
    },
    progress: {
      judge: everyCall(reported(2, percentages)),
      mistakes: {
        'length-after': ({ problem }) => problem.kind === 'progress' && problem.found === '0',
      },
    },
    got: {
      judge: everyCall(workerGotFile(0)),
      mistakes: {
        view: ({ problem }) => problem.kind === 'part' && problem.found === 'Uint8Array',
      },
    },
    once: {
      judge: everyCall(atMost(chunksOf, allocations())),
      mistakes: {
        'copied-first': ({ problem }) => problem.kind === 'access',
      },
    },
  },

  words: {
    en: {
      checks: {
        moved: 'Every byte changes hands',
        progress: 'The progress is right: 40.96, 81.92 and 100 for 250,000 bytes',
        got: 'The Worker gets the whole file, as ArrayBuffers',
        once: 'No chunk is copied before it goes',
      },
      mistakes: {
        cloned: {
          why: 'Nothing changed hands: `postMessage` copied every chunk, so each was in memory twice.',
          next: 'Give `postMessage` a list of the buffers to move, as its second argument.',
        },
        'view-in-list': {
          why: 'A view cannot change hands: a `DataCloneError`. What is moved is the memory, and that is the buffer.',
          next: 'Put the `ArrayBuffer` into the list.',
        },
        'length-after': {
          why: 'The chunks moved, and the progress stood at 0: a buffer that has changed hands has the length 0, and you asked it afterwards.',
          next: 'Read `byteLength` before you post.',
        },
        view: {
          why: 'The memory moved, but what the Worker was given as `bytes` is a `Uint8Array`, and it takes an `ArrayBuffer`.',
          next: 'Post the buffer itself.',
        },
        'copied-first': {
          why: 'What changed hands was a copy that you had made before: the chunk itself is still here, and was in memory twice.',
          next: 'Move the buffer that `arrayBuffer()` gave.',
        },
      },
    },
  },
});
