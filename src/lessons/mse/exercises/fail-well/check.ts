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
    ko: {
      checks: {
        says: '재생할 수 없으면 한 번 알리고, 아니면 알리지 않습니다',
        quiet: '오류를 내보내지 않고, 실패한 것에 아무것도 시키지 않습니다',
        plays: '영상인 것은 여전히 끝까지 재생합니다',
        url: 'MediaSource가 열리면 그 주소를 해제합니다',
      },
      mistakes: {
        twice: {
          why: '사용자에게 두 번 알렸습니다. 실패 하나가 여러 곳에서 드러납니다. SourceBuffer에서, 요소에서, 어쩌면 오류를 던지는 다음 호출에서도 드러납니다.',
          next: '이미 알렸다는 것을 기억해 두세요.',
        },
        uncaught: {
          why: '`appendBuffer` 자신이 `QuotaExceededError`를 던졌고, 그 뒤에는 이벤트가 오지 않습니다. 아무도 잡지 않아서 사용자는 아무 말도 듣지 못했습니다.',
          next: '추가를 try로 감싸고 catch에서 알리세요.',
        },
        waits: {
          why: '마지막 파일에는 영상의 바이트가 없는데 오류가 오지 않았습니다. SourceBuffer가 Firefox처럼 무언가의 시작으로 보았습니다. 사용자는 검은 화면만 보고 있습니다.',
          next: '다 추가했으면 버퍼링된 것이 있는지 보거나, `loadedmetadata`를 기다리다가 얼마 뒤에 포기하세요.',
        },
        'goes-on': {
          why: '`error` 뒤에 `updateend`가 오고, 리스너는 실패한 것에 다음 청크를 추가했습니다.',
          next: '실패했으면 next의 맨 위에서 바로 반환하세요.',
        },
        'no-end': {
          why: '멀쩡한 영상인데 다 넣었다고 알리지 않았습니다. 그러면 플레이어가 끝에서 더 기다립니다.',
          next: '남은 청크가 없으면 endOfStream을 호출하세요.',
        },
        kept: {
          why: '주소가 살아 있는 동안 브라우저는 MediaSource를 붙잡아 둡니다. 여기서는 아직 살아 있습니다.',
          next: '`sourceopen`의 리스너에서 `video.src`를 해제하세요. 그때는 요소가 이미 받았습니다.',
        },
        'too-early': {
          why: 'MediaSource가 열리기 전에 주소를 해제했습니다. 요소가 아직 가져오지 않아서 Chromium에서는 영영 열리지 않습니다.',
          next: '해제를 sourceopen의 리스너로 옮기세요.',
        },
      },
    },
  },
});
