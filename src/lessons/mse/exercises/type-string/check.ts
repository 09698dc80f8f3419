import {
  addsType,
  asksFirst,
  call,
  defineExercise,
  everyCall,
  everyCallThat,
  media,
  notesOf,
  returns,
  view,
  type Call,
  type Finding,
} from '../../../../core/exercise';

/** An EBML element of fewer than 127 bytes. */
const element = (id: readonly number[], ...data: readonly (readonly number[])[]) => [
  ...id,
  0x80 | data.flat().length,
  ...data.flat(),
];
const track = (codecId: string, number: number) =>
  element(
    [0xae],
    element([0xd7], [number]),
    element([0x83], [codecId.startsWith('V') ? 1 : 2]),
    element(
      [0x86],
      Array.from(codecId, (letter) => letter.charCodeAt(0)),
    ),
  );

/** The beginning of a WebM file with these tracks. */
const fileOf = (codecIds: readonly string[]) => [
  ...element(
    [0x1a, 0x45, 0xdf, 0xa3],
    element([0x42, 0x82], [0x77, 0x65, 0x62, 0x6d]),
    element([0x42, 0x87], [4]),
  ),
  // A segment of unknown size, as a recorder writes it.
  ...[0x18, 0x53, 0x80, 0x67, 0xff],
  ...element([0xec], [0, 0, 0]),
  ...element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40])),
  ...element(
    [0x16, 0x54, 0xae, 0x6b],
    codecIds.flatMap((codecId, i) => track(codecId, i + 1)),
  ),
];

interface Case {
  readonly codecIds: readonly string[];
  /** Null where the browser does not play it. */
  readonly type: string | null;
  readonly codecs?: readonly string[];
}
const CASES: readonly Case[] = [
  { codecIds: ['V_VP9', 'A_OPUS'], type: 'video/webm; codecs="vp9,opus"' },
  { codecIds: ['V_VP8'], type: 'video/webm; codecs="vp8"' },
  { codecIds: ['V_VP8', 'A_VORBIS'], type: 'video/webm; codecs="vp8,vorbis"' },
  { codecIds: ['A_OPUS', 'V_VP8'], type: 'video/webm; codecs="opus,vp8"' },
  { codecIds: ['V_VP9', 'A_OPUS'], type: null, codecs: ['vp8', 'vorbis'] },
  { codecIds: ['V_QUICKTIME'], type: null },
];

const probes = CASES.map(({ codecIds, codecs }, i) => {
  const { source, class: MediaSource } = media({ isOpen: true, ...(codecs && { codecs }) });
  const bytes = view('bytes', 'Uint8Array', fileOf(codecIds), { before: i % 2 });
  return call('addBuffer', bytes, source, MediaSource);
});

const caseOf = ({ probe }: Call): Case => CASES[probes.indexOf(probe)] as Case;
const isPlayed = (made: Call) => caseOf(made).type !== null;

/** What `addSourceBuffer` was given, in the call that failed. */
const given = ({ problem }: Finding): string | null =>
  problem.kind === 'media-type' ? problem.found : null;

export const exercise = defineExercise({
  probes,

  checks: {
    type: {
      judge: everyCallThat(
        isPlayed,
        addsType((made) => caseOf(made).type),
      ),
      mistakes: {
        'codec-id': (finding) => given(finding)?.includes('V_') === true,
        capitals: (finding, { calls }) =>
          calls.some((made) =>
            notesOf(made, 'isTypeSupported').some(({ text }) => /codecs="VP/.test(text ?? '')),
          ) || given(finding)?.includes('VP9') === true,
        'no-codecs': (_finding, { calls }) =>
          calls.some((made) =>
            notesOf(made, 'isTypeSupported').some(({ text }) => text === 'video/webm'),
          ),
        'no-quotes': (finding) => given(finding)?.includes('codecs=vp9') === true,
        'no-comma': (_finding, { calls }) =>
          calls.some((made) =>
            notesOf(made, 'isTypeSupported').some(({ text }) => text?.includes('vp9 ') === true),
          ),
        'first-track': (finding) => given(finding) === 'video/webm; codecs="vp9"',
      },
    },
    asked: {
      judge: everyCall(asksFirst()),
      mistakes: {
        late: ({ call: made }) => made !== null && notesOf(made, 'isTypeSupported').length > 0,
        unasked: ({ problem }) => problem.kind === 'media-unasked',
      },
    },
    none: {
      judge: everyCallThat(
        (made) => !isPlayed(made),
        addsType(() => null),
        returns(null),
      ),
      mistakes: {
        ignored: ({ problem }) => problem.kind === 'media-type',
        'no-null': ({ problem }) => problem.kind === 'value' && problem.found === 'undefined',
      },
    },
  },

  words: {
    en: {
      checks: {
        type: 'Adds a SourceBuffer of the type that the file has',
        asked: 'Asks `isTypeSupported` first, with the same string',
        none: 'Adds nothing that is not supported, and returns `null`',
      },
      mistakes: {
        'codec-id': {
          why: '`V_VP9` is the file’s own word for it. A type string has another: `vp9`.',
          next: 'Map each CodecID to its name.',
        },
        capitals: {
          why: 'Names of codecs are compared letter by letter: `VP9` is not `vp9`, in no browser.',
          next: 'Write the names in small letters.',
        },
        'no-codecs': {
          why: 'Without its codecs `video/webm` says which container it is, and not what is inside. Chromium says no to it, Firefox yes.',
          next: 'Write codecs= with a name for each track.',
        },
        'no-quotes': {
          why: 'Where there is a comma, the list needs its quotation marks: else the type ends at the comma.',
          next: 'Put the list between quotation marks, inside of the string.',
        },
        'no-comma': {
          why: 'Two names with a space between them are read as one name, which nobody knows.',
          next: 'Join the names with commas.',
        },
        'first-track': {
          why: 'The file has a second track, with sound, and your type does not name its codec. The append would fail.',
          next: 'Go through all of the entries in Tracks.',
        },
        unasked: {
          why: 'You added it without asking. Where the type is not supported, `addSourceBuffer` throws a `NotSupportedError`, and that is how your reader would learn of it.',
          next: 'Ask MediaSource.isTypeSupported, and then add.',
        },
        late: {
          why: 'You asked when it was added already.',
          next: 'Ask first: where the answer is no, addSourceBuffer throws.',
        },
        ignored: {
          why: 'The answer was no, and you added it all the same.',
          next: 'Return null there.',
        },
        'no-null': {
          why: 'Nothing was added, which is right, and nothing was returned: whoever called gets `undefined`.',
          next: 'Return null where it is not supported.',
        },
      },
    },
    ko: {
      checks: {
        type: '파일의 타입으로 SourceBuffer를 만듭니다',
        asked: '같은 문자열로 먼저 `isTypeSupported`에 묻습니다',
        none: '지원하지 않는 것은 만들지 않고 `null`을 돌려줍니다',
      },
      mistakes: {
        'codec-id': {
          why: '`V_VP9`는 파일이 쓰는 말입니다. 타입 문자열에서는 `vp9`입니다.',
          next: 'CodecID마다 이름을 대응시키세요.',
        },
        capitals: {
          why: '코덱의 이름은 글자 그대로 비교합니다. 어느 브라우저에서나 `VP9`는 `vp9`가 아닙니다.',
          next: '이름을 소문자로 쓰세요.',
        },
        'no-codecs': {
          why: '코덱이 없는 `video/webm`은 어느 컨테이너인지만 나타내고, 안에 무엇이 들었는지는 나타내지 않습니다. Chromium은 아니라고, Firefox는 그렇다고 합니다.',
          next: '트랙마다 이름을 담아 codecs=를 쓰세요.',
        },
        'no-quotes': {
          why: '쉼표가 있는 목록에는 따옴표가 필요합니다. 없으면 타입이 쉼표에서 끝납니다.',
          next: '문자열 안에서 목록을 따옴표로 감싸세요.',
        },
        'no-comma': {
          why: '사이에 공백이 있는 두 이름은 아무도 모르는 이름 하나로 읽힙니다.',
          next: '이름을 쉼표로 이으세요.',
        },
        'first-track': {
          why: '파일에는 소리가 든 둘째 트랙이 있는데 타입에 그 코덱이 없습니다. 추가가 실패할 것입니다.',
          next: 'Tracks의 항목을 모두 훑으세요.',
        },
        unasked: {
          why: '묻지 않고 만들었습니다. 지원하지 않는 타입이면 `addSourceBuffer`가 `NotSupportedError`를 던지고, 사용자는 그 오류로 알게 됩니다.',
          next: 'MediaSource.isTypeSupported에 묻고 나서 만드세요.',
        },
        late: {
          why: '이미 만든 다음에 물었습니다.',
          next: '먼저 물으세요. 아니라는 답이면 addSourceBuffer는 오류를 던집니다.',
        },
        ignored: {
          why: '아니라는 답이었는데 그래도 만들었습니다.',
          next: '거기서 null을 돌려주세요.',
        },
        'no-null': {
          why: '만들지 않은 것은 맞지만 아무것도 돌려주지 않아서, 호출한 쪽은 `undefined`를 받습니다.',
          next: '지원하지 않으면 null을 돌려주세요.',
        },
      },
    },
  },
});
