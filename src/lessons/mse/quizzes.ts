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
    },
  },
});
