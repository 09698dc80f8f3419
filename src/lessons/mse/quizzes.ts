import { defineQuizzes } from '../../core/quiz';

// Node has no MediaSource, so each program is the rule itself; the benches beside it show that browsers keep to it.
export const quizzes = defineQuizzes({
  'as-written': {
    kind: 'choice',
    of: { code: "const declared = 'vp8';\nconst found = 'vp9';", hidden: true },
    asks: { expression: "declared === found ? 'plays' : 'refused'" },
    choices: ['plays', 'refused', 'waits'],
    words: {
      en: {
        question:
          'Before you run it: the client says `codecs="vp8"`, and the server sends a file in VP9. What does Chromium do with the first chunk?',
        choices: {
          plays: 'It looks into the bytes, finds VP9, and plays it',
          refused: 'It refuses the chunk, with an `error` event',
          waits: 'It takes the chunk, and waits for VP8 to come',
        },
        because:
          'The type is a promise. Chromium compares it with what the file says of its tracks, and refuses what does not keep it.',
        wrong: {
          plays:
            'So Firefox does. The specification lets a browser do either, and Chromium does not.',
          waits:
            'The first chunk has the tracks in it, and they say VP9. There is nothing to wait for.',
        },
      },
      ko: {
        question:
          '실행하기 전에: 클라이언트는 `codecs="vp8"`이라고 하고 서버는 VP9 파일을 보냅니다. Chromium은 첫 청크를 어떻게 할까요?',
        choices: {
          plays: '바이트를 들여다보고 VP9를 찾아 재생합니다',
          refused: '`error` 이벤트와 함께 청크를 거절합니다',
          waits: '청크를 받고 VP8이 오기를 기다립니다',
        },
        because:
          '타입은 약속입니다. Chromium은 그것을 파일에 적힌 트랙의 정보와 비교하고, 약속과 다르면 거절합니다.',
        wrong: {
          plays:
            'Firefox는 그렇게 합니다. 명세는 어느 쪽이든 허용하는데, Chromium은 그러지 않습니다.',
          waits: '첫 청크에 트랙이 있고 VP9라고 적혀 있습니다. 기다릴 것이 없습니다.',
        },
      },
    },
  },

  'first-range': {
    kind: 'value',
    of: { code: 'const firstFrameEnds = 5427; // bytes\nconst slice = 1000;' },
    asks: { expression: 'Math.ceil(firstFrameEnds / slice) * slice' },
    words: {
      en: {
        question:
          'In the file the first frame ends at byte 5,427. It is appended in slices of 1,000 bytes. How many bytes are in when something is buffered for the first time?',
        because: 'The sixth slice brings the end of the first frame: 6,000 bytes.',
        wrong: {
          '5427':
            'Slices are whole: the one that has the end of the frame ends at a multiple of 1,000.',
          '5000': 'After five slices 427 bytes of the frame are still missing.',
          '1000':
            'The first slice has the beginning, and a part of a frame. A part cannot be shown.',
          '142000': 'Not all of the file has to be there, only the first frame.',
        },
      },
      ko: {
        question:
          '이 파일에서 첫 프레임은 5,427번 바이트에서 끝납니다. 1,000바이트짜리 조각으로 추가합니다. 처음으로 무언가가 버퍼링될 때까지 몇 바이트가 들어갔을까요?',
        because: '여섯째 조각이 첫 프레임의 끝을 가져옵니다: 6,000바이트.',
        wrong: {
          '5427': '조각은 통째로 들어갑니다. 프레임의 끝이 든 조각은 1,000의 배수에서 끝납니다.',
          '5000': '다섯 조각 뒤에는 프레임의 427바이트가 아직 없습니다.',
          '1000': '첫 조각에는 앞부분과 프레임의 일부가 있습니다. 일부는 보여 줄 수 없습니다.',
          '142000': '파일 전체가 아니라 첫 프레임만 있으면 됩니다.',
        },
      },
    },
  },

  'in-a-row': {
    kind: 'value',
    of: { code: 'const duration = 4;\nconst appends = 2;', hidden: true },
    asks: { expression: 'duration * appends' },
    words: {
      en: {
        question:
          'Before you run it: a file of 4 seconds is appended twice, with `mode` set to `sequence`. How many seconds are buffered?',
        because:
          'In `sequence` the second copy goes behind the first, whatever times stand in the file.',
        wrong: {
          '4': 'So it is in `segments`, where the times in the file count: the second copy lies over the first.',
          '2': 'Nothing is cut. Each copy has 4 seconds.',
        },
      },
      ko: {
        question:
          '실행하기 전에: 4초짜리 파일을 `mode`가 `sequence`일 때 두 번 추가합니다. 몇 초가 버퍼링될까요?',
        because: '`sequence`에서는 파일에 어떤 시각이 적혀 있든 둘째 사본이 첫째 뒤로 갑니다.',
        wrong: {
          '4': '파일의 시각을 따르는 `segments`에서는 그렇습니다. 둘째 사본이 첫째 위에 놓입니다.',
          '2': '잘리는 것은 없습니다. 사본마다 4초입니다.',
        },
      },
    },
  },

  'new-duration': {
    kind: 'choice',
    of: { code: 'const duration = NaN;', hidden: true },
    asks: { expression: 'String(duration)' },
    choices: ['0', 'NaN', 'Infinity', 'undefined'],
    words: {
      en: {
        question: 'What is the `duration` of a new MediaSource?',
        because:
          'Nothing is known yet, and a number that is not known is `NaN`. The first bytes of the file set it.',
        wrong: {
          '0': 'A video of 0 seconds would be over. This one has not begun.',
          Infinity: 'That is what a live stream has, and a file that does not say how long it is.',
          undefined: 'The property is there, and it is a number.',
        },
      },
      ko: {
        question: '새 MediaSource의 `duration`은 무엇일까요?',
        because:
          '아직 아무것도 모르고, 모르는 수는 `NaN`입니다. 파일의 첫 바이트들이 그것을 정합니다.',
        wrong: {
          '0': '0초짜리 영상이라면 이미 끝났을 것입니다. 이 영상은 시작하지도 않았습니다.',
          Infinity: '실시간 스트림이나, 길이가 적혀 있지 않은 파일이 그렇습니다.',
          undefined: '속성은 있고, 수입니다.',
        },
      },
    },
  },

  good: {
    kind: 'choice',
    of: { code: "const events = ['updatestart', 'update', 'updateend'];", hidden: true },
    asks: { expression: 'events.join()' },
    choices: [
      'updatestart,update,updateend',
      'updatestart,updateend',
      'updatestart,updateend,update',
      'update,updateend',
    ],
    words: {
      en: {
        question: 'Which events does a good append fire, in order?',
        choices: {
          'updatestart,update,updateend': '`updatestart`, `update`, `updateend`',
          'updatestart,updateend': '`updatestart`, `updateend`',
          'updatestart,updateend,update': '`updatestart`, `updateend`, `update`',
          'update,updateend': '`update`, `updateend`',
        },
        because: '`update` says that it was good, and `updateend` that it is over.',
        wrong: {
          'updatestart,updateend': 'One more, that only a good one has.',
          'updatestart,updateend,update': '`updateend` is the last, as its name says.',
          'update,updateend': 'One comes at its beginning.',
        },
      },
      ko: {
        question: '추가가 잘되면 어떤 이벤트가 어떤 순서로 발생할까요?',
        choices: {
          'updatestart,update,updateend': '`updatestart`, `update`, `updateend`',
          'updatestart,updateend': '`updatestart`, `updateend`',
          'updatestart,updateend,update': '`updatestart`, `updateend`, `update`',
          'update,updateend': '`update`, `updateend`',
        },
        because: '`update`는 잘되었다는 뜻, `updateend`는 끝났다는 뜻입니다.',
        wrong: {
          'updatestart,updateend': '하나 더, 잘된 것에만 있는 이벤트가 있습니다.',
          'updatestart,updateend,update': '이름대로 `updateend`가 마지막입니다.',
          'update,updateend': '시작할 때 오는 것이 하나 있습니다.',
        },
      },
    },
  },

  failed: {
    kind: 'choice',
    of: { code: "const events = ['updatestart', 'error', 'updateend'];", hidden: true },
    asks: { expression: 'events.join()' },
    choices: [
      'updatestart,error,updateend',
      'updatestart,update,error',
      'updatestart,error',
      'error,sourceclose',
    ],
    words: {
      en: {
        question: 'And one whose bytes are refused? Only what the SourceBuffer itself fires.',
        choices: {
          'updatestart,error,updateend': '`updatestart`, `error`, `updateend`',
          'updatestart,update,error': '`updatestart`, `update`, `error`',
          'updatestart,error': '`updatestart`, `error`',
          'error,sourceclose': '`error`, `sourceclose`',
        },
        because:
          '`error` stands in the place of `update`. `updateend` comes in any case, which is why a queue listens to that.',
        wrong: {
          'updatestart,update,error': '`update` is for good appends only.',
          'updatestart,error': 'It is over as well: one event comes in any case.',
          'error,sourceclose': '`sourceclose` is fired at the MediaSource.',
        },
      },
      ko: {
        question:
          '그러면 바이트가 거절되었을 때는 어떨까요? SourceBuffer에서 발생하는 이벤트만 고르세요.',
        choices: {
          'updatestart,error,updateend': '`updatestart`, `error`, `updateend`',
          'updatestart,update,error': '`updatestart`, `update`, `error`',
          'updatestart,error': '`updatestart`, `error`',
          'error,sourceclose': '`error`, `sourceclose`',
        },
        because:
          '`update` 자리에 `error`가 있습니다. `updateend`는 어느 경우에나 오고, 그래서 큐는 그것을 기다립니다.',
        wrong: {
          'updatestart,update,error': '`update`는 추가가 잘되었을 때에만 옵니다.',
          'updatestart,error':
            '끝난 것은 마찬가지입니다. 어느 경우에나 오는 이벤트가 하나 있습니다.',
          'error,sourceclose': '`sourceclose`는 MediaSource에서 발생합니다.',
        },
      },
    },
  },

  'cut-duration': {
    kind: 'value',
    of: { code: 'const duration = 4; // as the file says\nconst bufferedUpTo = 2;' },
    asks: { expression: 'Math.min(duration, bufferedUpTo)' },
    words: {
      en: {
        question:
          'Half of a file is appended, and `endOfStream` is called. What is the `duration` then, in seconds?',
        because: 'You said that this is all. What is buffered is then the whole video.',
        wrong: {
          '4': 'So the file says. But you told the MediaSource that nothing more will come.',
          '0': 'Two seconds are there, and can be played.',
        },
      },
      ko: {
        question:
          '파일의 절반을 추가하고 `endOfStream`을 호출합니다. 그러면 `duration`은 몇 초일까요?',
        because: '그것이 전부라고 알렸습니다. 그러면 버퍼링된 것이 영상의 전부가 됩니다.',
        wrong: {
          '4': '파일은 그렇게 말합니다. 하지만 더 올 것이 없다고 MediaSource에 알렸습니다.',
          '0': '2초가 있고, 재생할 수 있습니다.',
        },
      },
    },
  },
});
