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
    ko: {
      checks: {
        moved: '모든 바이트의 주인이 바뀝니다',
        progress: '진행률이 맞습니다: 250,000바이트라면 40.96, 81.92, 100',
        got: 'Worker가 파일 전체를 ArrayBuffer로 받습니다',
        once: '보내기 전에 복사되는 청크가 없습니다',
      },
      mistakes: {
        cloned: {
          why: '주인이 바뀐 것이 없습니다. `postMessage`가 청크마다 복사해서 저마다 메모리에 두 벌 있었습니다.',
          next: '`postMessage`의 두 번째 인수로 넘길 버퍼의 목록을 주세요.',
        },
        'view-in-list': {
          why: '뷰는 주인이 바뀔 수 없어서 `DataCloneError`가 났습니다. 넘어가는 것은 메모리, 곧 버퍼입니다.',
          next: '목록에 `ArrayBuffer`를 넣으세요.',
        },
        'length-after': {
          why: '청크는 넘어갔지만 진행률이 0에 머물렀습니다. 주인이 바뀐 버퍼의 길이는 0인데, 그 뒤에 물었습니다.',
          next: '보내기 전에 `byteLength`를 읽으세요.',
        },
        view: {
          why: '메모리는 넘어갔지만 Worker가 `bytes`로 받은 것은 `Uint8Array`입니다. `ArrayBuffer`를 받아야 합니다.',
          next: '버퍼 자체를 보내세요.',
        },
        'copied-first': {
          why: '주인이 바뀐 것은 그 전에 만든 사본입니다. 청크 자체는 여기에 남아 있고, 메모리에 두 벌 있었습니다.',
          next: '`arrayBuffer()`가 준 버퍼를 넘기세요.',
        },
      },
    },
  },
});
