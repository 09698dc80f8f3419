import {
  all,
  call,
  defineExercise,
  everyCall,
  everyCallThat,
  file,
  fileOf,
  labSaved,
  listener,
  recordOf,
  reported,
  reportedNoMoreThanAcknowledged,
  socket,
  type Call,
  type Finding,
  type Recognise,
} from '../../../../core/exercise';

const CHUNK = 102_400;

const upload = (byteLength: number, seed: number) => {
  const made = { byteLength, seed };
  return call('upload', socket(made), file('photo.bin', made), listener('report'));
};

const sizeOf = (made: Call) => fileOf(made, 'socket').byteLength;
const isEmpty = (made: Call) => sizeOf(made) === 0;
const hasBytes = (made: Call) => !isEmpty(made);

/** What the lab has behind each chunk, in percent. */
const percentages = (made: Call): readonly number[] => {
  const size = sizeOf(made);
  if (size === 0) return [100];
  return Array.from(
    { length: Math.ceil(size / CHUNK) },
    (_, i) => (Math.min((i + 1) * CHUNK, size) / size) * 100,
  );
};

/** The report that failed, as a number. */
const found = ({ problem }: Finding): number | null =>
  problem.kind === 'progress' && problem.found !== null ? Number(problem.found) : null;

/** The first report that failed is this one, of the chunk with this number. */
const says =
  (what: (made: Call, chunk: number) => number): Recognise =>
  (finding) => {
    const { call: made, problem } = finding;
    const value = found(finding);
    if (made === null || problem.kind !== 'progress' || value === null) return false;
    return Math.abs(value - what(made, problem.index)) < 0.005;
  };

const isMissing: Recognise = ({ problem }) => problem.kind === 'progress' && problem.found === null;

export const exercise = defineExercise({
  probes: [
    upload(250_000, 0x6a),
    upload(0, 1),
    upload(204_800, 2),
    upload(99_999, 3),
    upload(1, 4),
    upload(512_001, 5),
  ],

  checks: {
    earned: {
      judge: everyCallThat(hasBytes, reportedNoMoreThanAcknowledged(2)),
      mistakes: {
        over: (_finding, { calls }) =>
          calls
            .filter(hasBytes)
            .every((made) => (recordOf(made, 2, 'listener').calls[0]?.acknowledged ?? 0) > 0),
        loaded: ({ problem }) => problem.kind === 'unearned' && problem.acknowledged === 0,
      },
    },
    values: {
      judge: everyCallThat(hasBytes, reported(2, percentages)),
      mistakes: {
        behind: says((made, chunk) => ((chunk * CHUNK) / sizeOf(made)) * 100),
        share: says((made, chunk) => (percentages(made)[chunk] ?? 0) / 100),
        'once-more': ({ problem }) =>
          problem.kind === 'progress' && problem.expected === null && problem.found === '100',
      },
    },
    empty: {
      judge: everyCallThat(isEmpty, reported(2, percentages)),
      mistakes: {
        silent: isMissing,
        nan: all(
          (finding) => found(finding) !== null,
          (finding) => Number.isNaN(found(finding)),
        ),
      },
    },
    saved: {
      judge: everyCall(labSaved()),
      mistakes: {
        'no-done': ({ problem }) =>
          problem.kind === 'lab' && problem.has === problem.size && problem.refusal === null,
      },
    },
  },

  words: {
    en: {
      checks: {
        earned: 'Never reports more than the lab has acknowledged',
        values: 'Reports once for each chunk: 40.96, 81.92 and 100 for 250,000 bytes',
        empty: 'Reports 100 for an empty file, once',
        saved: 'The lab has the whole file, and was told so',
      },
      mistakes: {
        loaded: {
          why: 'The lab had 0 bytes when you said 40.96. With a file of one chunk it has 0 when you say 100: your bar counts what was read.',
          next: 'Report when the answer to the chunk is here.',
        },
        over: {
          why: 'The last chunk is shorter than the others, and you counted it as a whole one: the bar went past 100.',
          next: 'Count the bytes that the lab has, not chunks.',
        },
        behind: {
          why: 'Your bar is one chunk behind. `offset` is where the chunk begins, and the lab has it to its end.',
          next: 'Use the `next` that the lab answers.',
        },
        share: {
          why: 'That is a share between 0 and 1. A percentage is 100 times as much.',
          next: 'Multiply by 100.',
        },
        'once-more': {
          why: 'The last chunk had already brought 100, and you reported it once more.',
          next: 'Report 100 by itself for an empty file only.',
        },
        silent: {
          why: 'An empty file has no chunk, so nothing was reported, and the bar stays at 0 for ever.',
          next: 'Say 100 for a file of 0 bytes once it is saved.',
        },
        nan: {
          why: '0 of 0 bytes: 0 / 0 is `NaN`, and no bar can show that.',
          next: 'Decide what a file of 0 bytes shows before you divide.',
        },
        'no-done': {
          why: 'Every byte arrived, and nobody said that this was all: the lab keeps the file open and saves nothing.',
          next: 'Emit `done` behind the loop.',
        },
      },
    },
    ko: {
      checks: {
        earned: '랩이 수신 확인한 것보다 많이 알리지 않습니다',
        values: '청크마다 한 번 알립니다: 250,000바이트라면 40.96, 81.92, 100',
        empty: '빈 파일에는 100을 한 번 알립니다',
        saved: '랩에 파일 전체가 있고, 다 보냈다는 말도 들었습니다',
      },
      mistakes: {
        loaded: {
          why: '40.96이라고 했을 때 랩에는 0바이트가 있었습니다. 청크가 하나인 파일이라면 100이라고 할 때 0바이트입니다. 막대가 읽은 것을 셉니다.',
          next: '청크의 응답이 왔을 때 알리세요.',
        },
        over: {
          why: '마지막 청크는 다른 것보다 짧은데 온전한 것으로 세었습니다. 막대가 100을 넘었습니다.',
          next: '청크가 아니라 랩에 있는 바이트를 세세요.',
        },
        behind: {
          why: '막대가 청크 하나만큼 뒤처집니다. `offset`은 청크가 시작하는 자리이고, 랩에는 그 끝까지 있습니다.',
          next: '랩이 답하는 `next`를 쓰세요.',
        },
        share: {
          why: '0과 1 사이의 비율입니다. 백분율은 그 100배입니다.',
          next: '100을 곱하세요.',
        },
        'once-more': {
          why: '마지막 청크에서 이미 100이 되었는데 한 번 더 알렸습니다.',
          next: '100을 따로 알리는 것은 빈 파일일 때뿐입니다.',
        },
        silent: {
          why: '빈 파일에는 청크가 없으므로 아무것도 알리지 않았고, 막대는 영영 0입니다.',
          next: '0바이트짜리 파일은 저장되면 100이라고 알리세요.',
        },
        nan: {
          why: '0바이트 중 0바이트, 0 / 0은 `NaN`이고, 그것을 보여 줄 수 있는 막대는 없습니다.',
          next: '나누기 전에, 0바이트짜리 파일에서 무엇을 보일지 정하세요.',
        },
        'no-done': {
          why: '모든 바이트가 도착했지만 다 보냈다고 말하지 않았습니다. 랩은 파일을 열어 둔 채 아무것도 저장하지 않습니다.',
          next: '반복문 뒤에서 `done`을 보내세요.',
        },
      },
    },
  },
});
