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
    ko: {
      checks: {
        two: '보낼 것이 있는 동안은 늘 청크 둘이 가는 중입니다',
        most: '가는 중인 청크가 둘을 넘지 않습니다',
        reads: '보낼 자리가 났을 때만 청크를 읽습니다',
        saved: '랩에 파일 전체가 있고, 다 보냈다는 말도 들었습니다',
      },
      mistakes: {
        'one-at-a-time': {
          why: '한 번에 하나씩입니다. 응답이 돌아오는 동안 가는 중인 것이 없습니다. 편도 100 ms라면 청크 40,000개가 두 시간을 기다립니다.',
          next: '방금 보낸 청크를 기다리지 마세요.',
        },
        pairs: {
          why: '둘을 보내고 둘 다 기다렸습니다. 둘째가 수신 확인되었을 때 가는 중인 것이 없었는데 보낼 것은 남아 있었습니다.',
          next: '둘 가운데 첫째가 수신 확인되는 대로 다음 것을 보내세요.',
        },
        'all-at-once': {
          why: '첫 수신 확인 전에 세 번 읽었습니다. 모든 청크가 한꺼번에 메모리에 올라와 가는 중이었습니다. 4 GB짜리 파일이라고 생각해 보세요.',
          next: '둘이 가는 중이면 다음 것을 읽기 전에 기다리세요.',
        },
        'read-ahead': {
          why: '둘씩 보냈지만 미리 다 읽어 두었습니다. 메모리에서 기다리는 것이 파일 전체입니다.',
          next: '읽는 코드를, 자리를 기다리는 코드 뒤로 옮기세요.',
        },
        'out-of-order': {
          why: '랩이 청크를 거절했습니다. 그 앞의 바이트가 빠졌습니다. 랩은 파일의 순서대로 청크를 받는데, 하나가 앞지르면 빈틈이 생깁니다.',
          next: '순서가 유지되도록 반복문 하나가 읽고 보내게 하세요.',
        },
        'never-down': {
          why: '청크 둘 뒤에 모두 멈췄습니다. 청크마다 수를 더하기만 하고 빼지 않았습니다.',
          next: '수신 확인이 오면 하나 빼세요.',
        },
      },
    },
  },
});
