import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  brackets: {
    kind: 'bytes',
    of: { snippet: 'brackets' },
    buffer: 'received',
    words: {
      en: {
        question: 'Before you run it: which three bytes arrive, in hexadecimal?',
        because:
          'The numbers became text, and the digits 1, 2 and 3 are the bytes 49, 50 and 51: hex 31, 32 and 33.',
        wrong: {
          '01 02 03':
            'These are the scores themselves. They would arrive if the list of parts had one part, `scores`.',
          '00 00 00': 'Nothing is lost on the way. But what is the constructor given?',
        },
      },
    },
  },

  utf8: {
    kind: 'choice',
    of: { snippet: 'utf8' },
    asks: { line: 5 },
    choices: ['4', '5', '8', '11'],
    words: {
      en: {
        question: 'Before you run it: how many bytes are these four characters in a Blob?',
        because: 'UTF-8 takes 3 bytes for 가, 1 for a, 3 for € and 4 for 😀.',
        wrong: {
          '4': 'There are four characters, and only one of them is an ASCII letter, which takes one byte.',
          '5': 'That is `text.length`, which counts units of UTF-16. A Blob counts bytes.',
          '8': 'Two bytes for each would be UTF-16, and even there the last character takes four.',
        },
      },
    },
  },

  sealed: {
    kind: 'choice',
    of: { snippet: 'sealed' },
    asks: { line: 8 },
    choices: ['Uint8Array(3) [1, 2, 3]', 'Uint8Array(3) [99, 2, 3]'],
    words: {
      en: {
        question: 'Before you run it: line 4 changes the source. What does line 8 print?',
        choices: {
          'Uint8Array(3) [1, 2, 3]': '1, 2, 3',
          'Uint8Array(3) [99, 2, 3]': '99, 2, 3',
        },
        because: 'The Blob copied the bytes when it was made, two lines before.',
        wrong: {
          'Uint8Array(3) [99, 2, 3]':
            'A view over the same buffer would show 99. A Blob is no view: it has bytes of its own.',
        },
      },
    },
  },

  slice: {
    kind: 'choice',
    of: { snippet: 'slice' },
    asks: { expression: "[middle.size, tail.size, none.size].join(' ')" },
    choices: ['3 3 0', '3 3 5', '4 3 0', '3 3 3'],
    words: {
      en: {
        question: 'Before you run it: what are the three sizes?',
        because:
          'Byte 5, where the first slice stops, is not in it. From 3 bytes before the end to byte 0 there is nothing.',
        wrong: {
          '3 3 5': 'The third slice ends at byte 0. Does a slice run backwards?',
          '4 3 0': 'The end is where a slice stops, and that byte is no longer in it.',
          '3 3 3': 'The third slice starts like the second, but it ends at byte 0.',
        },
      },
    },
  },

  url: {
    kind: 'choice',
    of: { snippet: 'url' },
    asks: { line: 13 },
    choices: ['found', 'TypeError', 'nothing'],
    words: {
      en: {
        question:
          'Before you run it: the variable `blob` still holds the Blob. Does line 11 find it?',
        choices: {
          found: 'Yes, the Blob is still there',
          TypeError: 'No, it ends in a `TypeError`',
          nothing: 'It finds an empty answer',
        },
        because: 'The Blob is there, and the address is not: it was given back.',
        wrong: {
          found: 'The Blob is there, that much is right. But what is asked for is an address.',
          nothing: 'An address that leads nowhere is an error, not an empty file.',
        },
      },
    },
  },

  'size-text': {
    kind: 'value',
    of: { code: "const blob = new Blob(['é']);" },
    asks: { expression: 'blob.size' },
    words: {
      en: {
        question: 'What is the size of this Blob, in bytes?',
        because: 'é is outside ASCII, and UTF-8 takes two bytes for it: 195 and 169.',
        wrong: { '1': 'One character, but not one byte: only ASCII takes one.' },
      },
    },
  },

  'size-u16': {
    kind: 'value',
    of: { code: 'const blob = new Blob([new Uint16Array([1, 2])]);' },
    asks: { expression: 'blob.size' },
    words: {
      en: {
        question: 'And of this one?',
        because: 'Two elements of 2 bytes each. A view brings the bytes that it covers.',
        wrong: {
          '2': 'That is how many elements there are. Each of them has 16 bits.',
          '12': 'A view is not turned into text: its bytes go in as they are.',
        },
      },
    },
  },

  'size-numbers': {
    kind: 'value',
    of: { code: 'const blob = new Blob([1, 2]);' },
    asks: { expression: 'blob.size' },
    words: {
      en: {
        question: 'And of this one, whose parts are two numbers?',
        because: 'A number is neither bytes nor a Blob, so it becomes text: “12”, two bytes.',
        wrong: {
          '8': 'A number has no size of its own here. It is turned into text.',
          '16': 'A JavaScript number would take 8 bytes in a `Float64Array`. Here it is turned into text.',
        },
      },
    },
  },

  'slice-type': {
    kind: 'choice',
    of: {
      code: "const page = new Blob(['<p>Hi</p>'], { type: 'text/html' });\nconst part = page.slice(0, 3);",
    },
    asks: { expression: "part.type || 'none'" },
    choices: ['text/html', 'none', 'text/plain'],
    words: {
      en: {
        question: 'What is `part.type`?',
        choices: {
          'text/html': '`text/html`',
          none: 'the empty string',
          'text/plain': '`text/plain`',
        },
        because: 'Half a page is no page, so a slice has no label unless you give it one.',
        wrong: {
          'text/html': 'The label belongs to the whole. A piece of it need not be a page.',
          'text/plain': 'Nobody looks at the bytes, so nobody can tell that this is text.',
        },
      },
    },
  },
});
