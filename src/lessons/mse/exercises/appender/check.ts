import {
  appendsAll,
  appendsOf,
  behaviourOf,
  call,
  defineExercise,
  endsOnce,
  everyCall,
  everyCallThat,
  listener,
  media,
  neverWhileUpdating,
  notesOf,
  nothingAfterFailure,
  nothingUncaught,
  told,
  type Call,
  type MediaBehaviour,
} from '../../../../core/exercise';

const play = (behaviour: Partial<MediaBehaviour>) => {
  const { source, stream } = media(behaviour);
  return call('play', source, stream, listener('done'));
};

const isVideo = (made: Call) => behaviourOf(made).garbage === null;
const file = (byteLength: number, seed: number) => ({ byteLength, seed });

export const exercise = defineExercise({
  probes: [
    play({ file: file(5000, 2), pace: 'burst' }),
    play({ file: file(3000, 3), pace: 'burst', parseMs: 120 }),
    play({ file: file(4321, 4) }),
    play({ file: file(3000, 5), pace: 'slow' }),
    play({ file: file(0, 6) }),
    play({ file: file(4000, 7), pace: 'burst', garbage: { chunk: 1, isNoticed: true } }),
  ],

  checks: {
    free: {
      judge: everyCall(neverWhileUpdating()),
      mistakes: {
        'end-at-once': ({ problem }) =>
          problem.kind === 'media-busy' && problem.operation === 'endOfStream',
        swallowed: ({ call: made }) => made !== null && notesOf(made, 'uncaught').length === 0,
      },
    },
    bytes: {
      judge: everyCallThat(isVideo, appendsAll()),
      mistakes: {
        'whole-buffer': ({ call: made }) =>
          made !== null &&
          appendsOf(made).some(({ byteLength }) => byteLength > behaviourOf(made).chunkBytes),
        stack: ({ problem }) =>
          problem.kind === 'media-bytes' && problem.found === problem.expected,
        dropped: ({ problem }) =>
          problem.kind === 'media-bytes' && problem.found < problem.expected,
      },
    },
    end: {
      judge: everyCallThat(
        isVideo,
        endsOnce(),
        told(2, () => [true]),
      ),
      mistakes: {
        'late-end': ({ problem }) => problem.kind === 'media-ends' && problem.found === 0,
      },
    },
    failure: {
      judge: everyCallThat(
        (made) => !isVideo(made),
        nothingAfterFailure(),
        told(2, () => [false]),
        nothingUncaught(),
      ),
      mistakes: {
        'called-good': ({ problem }) => problem.kind === 'told' && problem.found === 'true',
        'update-only': ({ problem, call: made }) =>
          problem.kind === 'told' && made !== null && appendsOf(made).length === 2,
        'goes-on': ({ problem }) => problem.kind === 'media-after-failure',
      },
    },
  },

  refused: {
    spinning: (refusal) => refusal.kind === 'stopped',
    slept: (refusal) => refusal.kind === 'uncaught' && refusal.error.name === 'InvalidStateError',
  },

  words: {
    en: {
      checks: {
        free: 'Never asks anything of a SourceBuffer that is updating',
        bytes: 'Appends every byte, in the order in which they came',
        end: 'Calls `endOfStream` once, when all is in, and then `done(true)`',
        failure: 'When a chunk is refused: `done(false)`, and nothing more',
      },
      mistakes: {
        spinning: {
          why: 'It was stopped in a loop that waits. The page cannot finish parsing while you spin: `updating` changes in a task of its own, and your loop lets none run.',
          next: 'Return, and go on in a listener of `updateend`.',
        },
        slept: {
          why: 'An `InvalidStateError` in a callback of your own. A clock does not know when parsing is over: of the second stream each chunk takes longer than you waited.',
          next: 'Let `updateend` say when, in place of a time.',
        },
        swallowed: {
          why: 'An append threw, and you caught the error. The chunk is lost all the same: the SourceBuffer never got it.',
          next: 'Keep the chunk in a queue until the SourceBuffer is free.',
        },
        'end-at-once': {
          why: 'The stream has ended, and the SourceBuffer has not: `endOfStream` while it is updating is an `InvalidStateError`.',
          next: 'Let `end` only set a flag, and look at it when the queue is empty.',
        },
        dropped: {
          why: 'Chunks that came while it was updating are gone. Behind the hole nothing fits any more.',
          next: 'Push every chunk on a queue, and take the first one when there is room.',
        },
        stack: {
          why: 'Every byte arrived, and in the wrong order: the last chunk that came went in first.',
          next: 'Take from the front: `shift`, not `pop`.',
        },
        'whole-buffer': {
          why: 'You appended the buffer behind the chunk. The chunk is a window of it, and there are other bytes around.',
          next: 'Append the view itself.',
        },
        'late-end': {
          why: 'On a slow network `end` comes when the last `updateend` is over. You set a flag then, and nobody looks at it again.',
          next: 'After you have set the flag, look at once whether all is in.',
        },
        'update-only': {
          why: 'The second chunk was refused, and your program waits for ever: `update` comes after a good append only.',
          next: 'Listen to `updateend`, which always comes, and to `error`.',
        },
        'called-good': {
          why: 'A chunk was refused, and you said `done(true)`.',
          next: 'Listen to `error`, and remember that it came.',
        },
        'goes-on': {
          why: 'After its `error` comes an `updateend`, and your listener appended the next chunk to a SourceBuffer that had failed.',
          next: 'Return at once when it has failed: `readyState` is then no longer `open`.',
        },
      },
    },
    ko: {
      checks: {
        free: 'updating인 SourceBuffer에 아무것도 시키지 않습니다',
        bytes: '온 순서대로 모든 바이트를 추가합니다',
        end: '다 들어갔을 때 `endOfStream`을 한 번, 그다음 `done(true)`를 호출합니다',
        failure: '청크가 거절되면 `done(false)`, 그 뒤로는 아무것도 하지 않습니다',
      },
      mistakes: {
        spinning: {
          why: '기다리는 반복문 안에서 중지되었습니다. 반복하는 동안 페이지는 파싱을 끝낼 수 없습니다. `updating`은 별도의 태스크에서 바뀌는데, 반복문이 도는 동안에는 어떤 태스크도 실행되지 못합니다.',
          next: '함수를 끝내고, `updateend`의 리스너에서 이어 가세요.',
        },
        slept: {
          why: '콜백에서 `InvalidStateError`가 났습니다. 시계는 파싱이 언제 끝나는지 모릅니다. 둘째 스트림에서는 청크마다 여러분이 기다린 시간보다 오래 걸립니다.',
          next: '시간을 재지 말고 `updateend`를 기다리세요.',
        },
        swallowed: {
          why: '추가할 때 난 오류를 잡았습니다. 그래도 청크는 사라졌습니다. SourceBuffer에 들어가지 못했기 때문입니다.',
          next: 'SourceBuffer가 쉴 때까지 청크를 큐에 두세요.',
        },
        'end-at-once': {
          why: '스트림은 끝났지만 SourceBuffer는 아닙니다. updating인 동안의 `endOfStream`은 `InvalidStateError`입니다.',
          next: '`end`에서는 플래그만 세우고, 큐가 비었을 때 그것을 확인하세요.',
        },
        dropped: {
          why: 'updating인 동안 온 청크가 사라졌습니다. 한번 구멍이 나면 그 뒤의 것은 이어지지 않습니다.',
          next: '청크를 모두 큐에 넣고, 자리가 나면 맨 앞의 것을 꺼내세요.',
        },
        stack: {
          why: '바이트는 모두 도착했지만 순서가 틀립니다. 마지막에 온 청크가 먼저 들어갔습니다.',
          next: '`pop`이 아니라 `shift`로 앞에서 꺼내세요.',
        },
        'whole-buffer': {
          why: '청크 뒤의 버퍼를 추가했습니다. 청크는 그 일부만 보는 뷰이고, 둘레에 다른 바이트가 있습니다.',
          next: '뷰 자체를 추가하세요.',
        },
        'late-end': {
          why: '느린 네트워크에서는 마지막 `updateend`가 끝난 뒤에 `end`가 옵니다. 그때 플래그를 세우기만 하고, 그것을 다시 보는 코드가 없습니다.',
          next: '플래그를 세운 다음, 다 들어갔는지 바로 확인하세요.',
        },
        'update-only': {
          why: '둘째 청크가 거절되었는데 프로그램은 영영 기다립니다. `update`는 추가가 잘된 뒤에만 옵니다.',
          next: '언제나 오는 `updateend`와, `error`에 리스너를 다세요.',
        },
        'called-good': {
          why: '청크가 거절되었는데 `done(true)`라고 했습니다.',
          next: '`error`에 리스너를 달고, 왔다는 것을 기억해 두세요.',
        },
        'goes-on': {
          why: '`error` 뒤에 `updateend`가 오고, 리스너는 실패한 SourceBuffer에 다음 청크를 추가했습니다.',
          next: '실패했으면 바로 반환하세요. 그때 `readyState`는 이미 `open`이 아닙니다.',
        },
      },
    },
  },
});
