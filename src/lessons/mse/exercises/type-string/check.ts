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
  },
});
