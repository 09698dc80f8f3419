import {
  appendsAll,
  behaviourOf,
  call,
  defineExercise,
  endsOnce,
  everyCall,
  everyCallThat,
  inCall,
  listener,
  media,
  nothingAfterFailure,
  nothingUncaught,
  notesOf,
  revokesUrl,
  toldText,
  type Call,
  type MediaBehaviour,
} from '../../../../core/exercise';

const play = (seed: number, behaviour: Partial<MediaBehaviour> = {}) => {
  const { video, source, chunks } = media({ file: { byteLength: 3000, seed }, ...behaviour });
  return call('play', video, source, chunks, listener('say'));
};

const isBad = (made: Call) => {
  const { garbage, quotaBytes } = behaviourOf(made);
  return garbage !== null || quotaBytes !== null;
};
const wasUnnoticed = (made: Call) => behaviourOf(made).garbage?.isNoticed === false;

export const exercise = defineExercise({
  probes: [
    play(2),
    play(3, { garbage: { chunk: 1, isNoticed: true } }),
    play(4, { garbage: { chunk: 0, isNoticed: true } }),
    play(5, { quotaBytes: 2500 }),
    play(6, { garbage: { chunk: 0, isNoticed: false } }),
  ],

  checks: {
    says: {
      judge: everyCall(toldText(3, isBad)),
      mistakes: {
        twice: ({ problem }) => problem.kind === 'told' && problem.expected === null,
        uncaught: inCall((made) => behaviourOf(made).quotaBytes !== null),
        waits: inCall(wasUnnoticed),
      },
    },
    quiet: {
      judge: everyCall(nothingAfterFailure(), nothingUncaught()),
      mistakes: {
        'goes-on': ({ problem }) => problem.kind === 'media-after-failure',
      },
    },
    plays: {
      judge: everyCallThat((made) => !isBad(made), appendsAll(), endsOnce()),
      mistakes: {
        'no-end': ({ problem }) => problem.kind === 'media-ends' && problem.found === 0,
      },
    },
    url: {
      judge: everyCall(revokesUrl()),
      mistakes: {
        'too-early': ({ problem }) => problem.kind === 'media-url' && problem.isEarly,
        kept: ({ problem, call: made }) =>
          problem.kind === 'media-url' && made !== null && notesOf(made, 'sourceopen').length > 0,
      },
    },
  },

  words: {
    en: {
      checks: {
        says: 'Says a message, once, where the video cannot be played, and else none',
        quiet: 'Lets no error out, and asks nothing of what has failed',
        plays: 'Still plays what is video, to its end',
        url: 'Revokes the address of the MediaSource, once that is open',
      },
      mistakes: {
        twice: {
          why: 'Your reader was told twice. One failure is reported in several places: at the SourceBuffer, at the element, and perhaps by the next call, which throws.',
          next: 'Remember that it was said.',
        },
        uncaught: {
          why: '`appendBuffer` itself threw, a `QuotaExceededError`, and no event follows on that. Nobody caught it, and your reader heard nothing.',
          next: 'Put a try around the append, and say so in its catch.',
        },
        waits: {
          why: 'In the last file are no video bytes, and no error came: the SourceBuffer took them for the beginning of something, as Firefox does. Your reader looks at a black box.',
          next: 'When all is appended, look whether anything is buffered, or wait for `loadedmetadata` and give up after some time.',
        },
        'goes-on': {
          why: 'After its `error` comes an `updateend`, and your listener appended the next chunk to what had failed.',
          next: 'Return at the top of next where it has failed.',
        },
        'no-end': {
          why: 'A good video is never told that it is complete: its end is then a place where the player waits for more.',
          next: 'Call endOfStream when there is no chunk left.',
        },
        kept: {
          why: 'As long as its address is live, the browser keeps the MediaSource, and here it still is.',
          next: 'Revoke `video.src` in the listener of `sourceopen`: the element has it by then.',
        },
        'too-early': {
          why: 'You revoked the address before the MediaSource was open. The element had not fetched it yet, so in Chromium it never opens.',
          next: 'Move the revoke into the listener of sourceopen.',
        },
      },
    },
  },
});
