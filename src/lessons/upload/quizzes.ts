import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  cut: {
    kind: 'value',
    of: { snippet: 'cut' },
    asks: { line: 12 },
    words: {
      en: {
        question:
          'The file has 250,000 bytes and a chunk has 102,400. Before you run it: how many bytes does the last part have, which line 12 prints?',
        because: 'Two whole chunks are 204,800 bytes, and 45,200 are left.',
        wrong: {
          '102400': 'The file does not divide into whole chunks. `slice` stops at its end.',
          '250000': 'That is the whole file. The last part begins at byte 204,800.',
          '147600': 'That is what is left behind one chunk. Two of them fit.',
          '204800': 'That is where the last part begins. How much is left from there on?',
        },
      },
    },
  },

  kib: {
    kind: 'value',
    of: { snippet: 'kib' },
    asks: { expression: 'chunkSize / 1000' },
    words: {
      en: {
        question: 'Before you run it: how many kB are 100 KiB?',
        because: '100 × 1,024 bytes are 102,400 bytes, and a kB has 1,000 of them.',
        wrong: {
          '100': 'A KiB has 24 bytes more than a kB, so the number is another one.',
          '102400': 'That is how many bytes they are. A kB has 1,000.',
          '97.65625': 'You divided where you had to multiply: a KiB is the larger of the two.',
        },
      },
    },
  },

  empty: {
    kind: 'choice',
    of: { snippet: 'empty' },
    asks: { expression: 'percent.toFixed(2)' },
    choices: ['0.00', '100.00', 'NaN', 'RangeError'],
    words: {
      en: {
        question: 'An empty file is chosen. Before you run it: which percentage does line 5 print?',
        choices: { RangeError: 'None: line 4 throws a `RangeError`' },
        because: '0 bytes of 0 are 0 / 0, and that is `NaN`, not a number.',
        wrong: {
          '0.00': 'Nothing is loaded, that is true. But nothing of what? The file has 0 bytes.',
          '100.00': 'That is what it should say: all of it is there. The division says otherwise.',
          RangeError: 'JavaScript divides by 0 without an error. What does it give for 0 / 0?',
        },
      },
    },
  },

  'in-memory': {
    kind: 'value',
    of: {
      code: 'const file = { size: 4 * 1024 ** 3 };\nconst chunk = 1024 * 100;\nconst inFlight = 2;',
    },
    asks: { expression: 'inFlight * chunk' },
    words: {
      en: {
        question:
          'A file of 4 GiB goes up in chunks of 100 KiB, with at most two in flight. How many bytes of it has the program in memory at most, if it reads a chunk only when there is room?',
        because:
          'Two chunks of 102,400 bytes. The size of the file does not come into it, and that is the point.',
        wrong: {
          '4294967296': 'That is the whole file. Which part of it has to be there at one moment?',
          '102400': 'Two chunks are on their way at the same time.',
          '200': 'That is in KiB. The question is about bytes.',
        },
      },
    },
  },

  'who-knows': {
    kind: 'value',
    of: {
      code: `const lab = { next: 0 };
const sender = { acknowledged: 0 };

for (const isHeard of [true, true, false]) {
  lab.next += 102400; // It stores a chunk, and says so.
  if (isHeard) sender.acknowledged = lab.next;
}`,
    },
    asks: { expression: 'lab.next' },
    words: {
      en: {
        question:
          'Three chunks arrive, and the acknowledgement of the third is lost together with the connection. At which byte of the file should the sender go on?',
        because:
          'The lab has three chunks, 307,200 bytes. The sender knows of two, so it has to ask.',
        wrong: {
          '204800':
            'That is what the sender knows of. The lab has one chunk more, and would get it twice.',
          '0': 'That would send 307,200 bytes a second time.',
          '409600': 'That leaves a gap: the fourth chunk has not been sent.',
        },
      },
    },
  },

  moved: {
    kind: 'value',
    of: { snippet: 'moved' },
    asks: { expression: 'bytes.byteLength' },
    words: {
      en: {
        question:
          'Before you run it: line 7 hands the buffer over. What is `bytes.byteLength` in line 8?',
        because: 'The memory has changed hands, and the buffer that you hold has none any more.',
        wrong: {
          '102400':
            'So it would be if the bytes had been copied. Then they would be in memory twice.',
          '1': 'It is not one buffer in a list, it is the buffer itself. How much memory does it still have?',
        },
      },
    },
  },

  messages: {
    kind: 'value',
    of: { code: 'const size = 250000;\nconst chunk = 1024 * 100;' },
    asks: { expression: 'Math.ceil(size / chunk)' },
    words: {
      en: {
        question: 'How many messages with bytes does this upload take?',
        because: 'Two whole chunks, and one for the 45,200 bytes that are left.',
        wrong: {
          '2': 'Two whole chunks are 204,800 bytes. The rest needs a message too.',
          '2.44140625': 'There is no part of a message: round up.',
          '5': 'You counted `start` and `done`, which carry no bytes.',
        },
      },
    },
  },

  'last-bytes': {
    kind: 'value',
    of: { code: 'const size = 250000;\nconst chunk = 1024 * 100;' },
    asks: { expression: 'size % chunk' },
    words: {
      en: {
        question: 'And how many bytes does the last of them carry?',
        because: '250,000 − 2 × 102,400 = 45,200.',
        wrong: {
          '102400': 'Then the file would have 307,200 bytes.',
          '0': 'The file does not divide into whole chunks.',
          '50000': 'A chunk has 102,400 bytes: 100 KiB, not 100 kB.',
        },
      },
    },
  },

  complete: {
    kind: 'choice',
    of: {
      code: `const shown = 100; // percent
const complete = { success: false };`,
    },
    asks: { expression: 'shown === 100 && !complete.success ? "success" : "nothing"' },
    choices: ['success', 'progress', 'load', 'nothing'],
    words: {
      en: {
        question:
          'An upload of the post’s kind has ended like this. What must a listener of `complete` look at before it says that the file is saved?',
        choices: {
          success: '`event.success`',
          progress: 'Whether the last progress was 100 %',
          load: 'Whether `load` has fired',
          nothing: 'Nothing: `complete` means that it is saved',
        },
        because:
          '`complete` says that it is over, well or badly. `success` says which, and it comes from the server.',
        wrong: {
          progress: 'It was 100 here, and the file is not saved. Progress counts what was read.',
          load: '`load` says that the file has been read here. What does the server say?',
          nothing: 'Over is not the same as saved. The event has a field that says so.',
        },
      },
    },
  },

  'who-checks': {
    kind: 'choice',
    of: {
      code: 'const chunk = { offset: 102400, byteLength: 45200 };\nconst lab = { next: 204800, size: 250000 };',
    },
    asks: {
      expression: 'chunk.offset < lab.next ? "duplicate" : chunk.offset > lab.next ? "gap" : "ack"',
    },
    choices: ['ack', 'duplicate', 'gap', 'overrun'],
    words: {
      en: {
        question: 'The lab wants byte 204,800, and this chunk comes. What should it answer?',
        choices: {
          ack: 'It takes the bytes',
          duplicate: 'It refuses them: it has them already',
          gap: 'It refuses them: bytes before them are missing',
          overrun: 'It refuses them: they reach past the end of the file',
        },
        because:
          'The chunk begins at byte 102,400, which the lab has. Because every chunk says its offset, a second copy does no harm.',
        wrong: {
          ack: 'Appended at the end, they would stand at the wrong place in the file.',
          gap: 'A gap is the other way round: an offset beyond what the lab wants.',
          overrun: 'It ends at byte 147,600, well within the file.',
        },
      },
    },
  },
});
