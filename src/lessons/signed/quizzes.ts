import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  brighten: {
    kind: 'value',
    of: { snippet: 'brighten' },
    asks: { expression: 'pixels[2]' },
    stored: { type: 'Uint8Array', numbers: [260] },
    words: {
      en: {
        question: 'Before you run it: what becomes of the third pixel, 200?',
        because:
          '200 + 60 is 260, and 260 is 4 more than 256. Why that leaves 4 is what this lesson is about.',
        wrong: {
          '200': 'It does change: line 7 writes to every pixel.',
          '5': 'Nearly. It starts again after 255, and the first number there is 0, not 1.',
        },
      },
    },
  },

  'nine-bits': {
    kind: 'bytes',
    of: { snippet: 'nine-bits' },
    stored: { type: 'Uint8Array', numbers: [44, 256, 300, -1], littleEndian: false },
    words: {
      en: {
        question: 'Before you run it: what will the four bytes be? In hexadecimal 44 is `2C`.',
        because:
          'Each keeps its low eight bits. 44 fits, 256 leaves none of its bits, 300 is 256 + 44, and all eight bits of −1 are on.',
        wrong: {
          '2C 01 2D FF':
            'Counting starts again at 0, not at 1: 256 is the first number that does not fit.',
          '2C 00 2C 00':
            'Three of four. −1 is one below 0: where does that lead, if 256 leads to 0?',
          '2C FF FF FF':
            'The numbers that do not fit did not stop at 255, and −1 is a different story: one below 0.',
        },
      },
    },
  },

  'two-readings': {
    kind: 'choice',
    of: { snippet: 'two-readings' },
    asks: { expression: '`${signed[5]} and ${signed[3]}`' },
    choices: ['-1 and -128', '-128 and -1', '-127 and 0', '127 and 127', '255 and 128'],
    words: {
      en: {
        question:
          'At the top of this page you saw that 254 can also read −2. Before you run it: what will `signed` make of 255, and of 128?',
        choices: {
          '-1 and -128': '−1 and −128',
          '-128 and -1': '−128 and −1',
          '-127 and 0': '−127 and −0',
          '255 and 128': '255 and 128, as they were stored',
        },
        because:
          'From 128 on the signed reading is 256 less: 255 − 256 = −1, and 128 − 256 = −128.',
        wrong: {
          '-128 and -1': '254 reads −2. So which way do the readings go from there to 255?',
          '-127 and 0':
            'You took the top bit for a minus sign and the rest for the number. Then 254 would read −126, and not −2.',
          '127 and 127':
            'Reading does not stop at the end of a range. Every byte has a reading of its own.',
          '255 and 128': 'No byte reads above 127 in an `Int8Array`, however it was stored.',
        },
      },
    },
  },

  'eight-switches': {
    kind: 'value',
    of: { snippet: 'eight-switches' },
    asks: { expression: 'signed[7]' },
    stored: { type: 'Int8Array' },
    words: {
      en: {
        question:
          'Before you run it: the first seven bytes read the same in both views. What does `signed` read in the eighth?',
        because: 'From 128 on the signed reading is 256 less, and 128 − 256 = −128.',
        wrong: {
          '0': 'As a minus sign with nothing behind it, that would be right. The bit is no minus sign.',
          '128': 'That is what `unsigned` reads. From 128 on the signed reading is 256 less.',
          '-1': 'That is the byte in which all bits are on, 255.',
          '-127': 'Close. Take 256 from 128.',
          '-64': 'Its neighbour weighs 64, and the weights double from right to left.',
        },
      },
    },
  },

  'lost-number': {
    kind: 'choice',
    of: { snippet: 'lost-number' },
    asks: { line: 5 },
    choices: ['300', '44', 'undefined'],
    words: {
      en: {
        question: 'Before you run it: is `answer` 300 or 44?',
        choices: { undefined: 'Neither of them, but `undefined`' },
        because:
          'The value of an assignment is what stands on its right, whatever becomes of it on the left.',
        wrong: {
          '44': 'That is what was stored, and what `byte[0]` gives when it is read. Nothing here reads it.',
          undefined: 'An assignment is an expression, and so it has a value.',
        },
      },
    },
  },

  'wrap-or-clamp': {
    kind: 'choice',
    of: { snippet: 'wrap-or-clamp' },
    asks: {
      expression:
        '[0, 1, 2, 3].filter((i) => wraps[i] !== clamps[i]).map((i) => i + 1).join(", ") || "none"',
    },
    choices: ['4', '3, 4', '1, 2, 3, 4', 'none'],
    words: {
      en: {
        question: 'Before you run it: which pixels of `clamps` will differ from those of `wraps`?',
        choices: {
          '4': 'The last one',
          '3, 4': 'The last two',
          '1, 2, 3, 4': 'All four',
          none: 'None',
        },
        because:
          'Only numbers above 255 or below 0 are treated differently: 200 + 60 and 250 + 60.',
        wrong: {
          '4': '250 + 60 is above 255. Is it the only one?',
          '1, 2, 3, 4': '20 + 60 and 120 + 60 fit. For what fits, both arrays do the same.',
          none: 'They are of two types, and two of the sums do not fit in a byte.',
        },
      },
    },
  },

  fractions: {
    kind: 'choice',
    of: { snippet: 'fractions' },
    asks: { expression: '`${wraps[2]} and ${clamps[2]}`' },
    choices: ['2 and 2', '2 and 3', '3 and 3', '2.5 and 2.5'],
    words: {
      en: {
        question: 'Before you run it: what will `wraps` and `clamps` make of 2.5?',
        because:
          'The first drops the fraction. The second rounds, and a half goes to the even number, which is 2.',
        wrong: {
          '2 and 3': 'The second one rounds, that is right. But it does not round every half up.',
          '3 and 3':
            'So would `Math.round`, but it is not asked. The first array does not round at all.',
          '2.5 and 2.5':
            'An element of these arrays is a whole number. There is no room for a fraction.',
        },
      },
    },
  },

  negate: {
    kind: 'value',
    of: { snippet: 'negate' },
    asks: { expression: 'signed[1]' },
    stored: { type: 'Int8Array', numbers: [128] },
    words: {
      en: {
        question:
          'Before you run it: neither of the last two stores gives 128. What does the one in line 8 give?',
        because:
          'Minus −128 is 128. The largest `Int8` is 127, so 128 wraps, and 128 − 256 = −128.',
        wrong: {
          '-127': 'One too far. Take 256 from 128.',
          '0': 'On the circle, 128 steps forward from 0 end half-way round, and not at 0.',
        },
      },
    },
  },

  'not-a-flag': {
    kind: 'value',
    of: { snippet: 'not-a-flag' },
    asks: { line: 8 },
    stored: { type: 'Int8Array' },
    words: {
      en: {
        question: 'Flip the top bit of 5. Before you run it: what does line 8 print?',
        because: 'The top bit weighs −128, and 5 − 128 = −123.',
        wrong: {
          '-5': 'That is what a minus sign would do. The top bit is a weight: what does it add to 5?',
          '-128': 'That is the top bit alone. The other bits still hold 5.',
        },
      },
    },
  },

  'not-numbers': {
    kind: 'choice',
    of: { snippet: 'not-numbers' },
    asks: { expression: 'bytes.join(", ")' },
    choices: ['12, 0, 0, 0', '12, 0, 0, 255', '49, 116, 0, 0', 'TypeError'],
    words: {
      en: {
        question: 'Before you run it: what will the four bytes be?',
        choices: {
          '49, 116, 0, 0': '49, 116, 0, 0: the first characters of the texts',
          TypeError: 'None: a store is refused with a `TypeError`',
        },
        because:
          'Each value is turned into a number. Three of them become `NaN`, which is stored as 0.',
        wrong: {
          '12, 0, 0, 255': '`NaN` is no number below or above the range. It has a rule of its own.',
          '49, 116, 0, 0':
            'Nothing here looks at characters. The text as a whole is turned into a number.',
          TypeError: 'Stores are generous: whatever can be turned into a number is taken.',
        },
      },
    },
  },

  'int8-200': {
    kind: 'value',
    of: { code: 'const int8 = new Int8Array(1);\nint8[0] = 200;' },
    asks: { expression: 'int8[0]' },
    stored: { type: 'Int8Array', numbers: [200] },
    words: {
      en: {
        question: 'What does `int8[0]` read now?',
        because: 'An `Int8` ends at 127. 200 is too large, so it loses 256, and 200 − 256 = −56.',
        wrong: {
          '72': 'You took away the top bit, 128. The bit is there: it counts −128 in place of 128, which makes 256 less.',
          '-72': 'You took the top bit for a minus sign. It is a weight: −128 + 72.',
          '-55': 'One too many. Once round is 256 steps, and 200 − 256 is your answer.',
        },
      },
    },
  },

  'uint8-minus-one': {
    kind: 'value',
    of: { code: 'const uint8 = new Uint8Array(1);\nuint8[0] = -3;' },
    asks: { expression: 'uint8[0]' },
    stored: { type: 'Uint8Array', numbers: [-3] },
    words: {
      en: {
        question: 'And here, what does `uint8[0]` read?',
        because: 'Three steps back from 0, past the seam: −3 + 256 = 253.',
        wrong: {
          '3': 'The minus is not simply dropped. Walk three steps back from 0.',
          '252': 'Count again: one step back from 0 is 255.',
          '254': 'Count again: one step back from 0 is 255, so two steps are 254.',
        },
      },
    },
  },

  'same-byte': {
    kind: 'value',
    of: {
      code: 'const signed = new Int8Array([-56]);\nconst unsigned = new Uint8Array(signed.buffer);',
    },
    asks: { expression: 'unsigned[0]' },
    stored: { type: 'Uint8Array' },
    words: {
      en: {
        question: 'Two views over one byte. What does `unsigned[0]` read?',
        because:
          'Where the signed reading is negative, the unsigned one is 256 more: −56 + 256 = 200.',
        wrong: {
          '56': 'The minus is not simply dropped: that is another byte. Which is the bit that the two views weigh differently?',
          '184':
            'You took the top bit for a minus sign, and wrote 56 behind it. It is a weight of −128.',
          '72': 'That is −56 + 128. The top bit counts 128 now, and before it counted −128: how much is between them?',
        },
      },
    },
  },

  'clamped-bytes': {
    kind: 'bytes',
    of: {
      code: 'const clamped = new Uint8ClampedArray(4);\nclamped[0] = -60;\nclamped[1] = 3.5;\nclamped[2] = 254.5;\nclamped[3] = 300;',
    },
    buffer: 'clamped',
    stored: { type: 'Uint8ClampedArray', numbers: [-60, 3.5, 254.5, 300], littleEndian: false },
    words: {
      en: {
        question: 'Which bytes does this leave? In hexadecimal 254 is `FE`.',
        because:
          '−60 becomes 0 and 300 becomes 255. A half goes to the even number: 3.5 to 4, and 254.5 to 254.',
        wrong: {
          '00 03 FE FF':
            'The ends are right. This array does not drop the fraction of 3.5, it rounds.',
          '00 04 FF FF':
            'Nearly. Not every half goes up: it goes to the even number, and 255 is odd.',
          '00 03 FF FF':
            'A half goes to the even number. Which of 3 and 4 is even, and which of 254 and 255?',
        },
      },
    },
  },

  'int8-ends': {
    kind: 'bytes',
    of: { code: 'const ends = new Int8Array([-128, 127]);' },
    buffer: 'ends',
    stored: { type: 'Int8Array', littleEndian: false },
    words: {
      en: {
        question: 'These are the smallest and the largest `Int8`. Which bytes are they stored as?',
        because:
          'In −128 only the top bit is on, and in 127 all others are: `10000000` and `01111111`.',
        wrong: {
          '00 FF':
            'That is where the unsigned range begins and ends. Where is the seam of the signed one?',
          'FF 7F': 'One of two. `FF` has all bits on: that is −128 + 127.',
          '7F 80':
            'These are the two, but in the order of the unsigned readings. −128 is stored first.',
          '81 7F': 'One of two. `81` is −127: what must be taken away from it?',
        },
      },
    },
  },

  'uint16-minus-two': {
    kind: 'bytes',
    of: { code: 'const pair = new Uint16Array([-2, 258]);' },
    buffer: 'pair',
    stored: { type: 'Uint16Array', numbers: [-2, 258], littleEndian: true },
    words: {
      en: {
        question: 'Which bytes does this leave, with the lower byte of each number first?',
        because:
          'In −2 all 16 bits are on but the lowest, and its lower byte comes first. 258 is 2 + 1 × 256, so 2 comes first.',
        wrong: {
          'FE 00 02 01':
            'Negative numbers go on to the left: in 16 bits all the upper ones are on, too.',
          'FF FF 02 01': 'With all bits on it is −1. Which bit has to go for −2?',
          '00 00 02 01':
            'A typed array of integers does not stop at 0. What is two steps back from 0?',
          'FE FF 02 00':
            'The −2 is right. 258 is more than one byte can hold, so where is its 256?',
        },
      },
    },
  },

  'largest-uint16': {
    kind: 'value',
    of: {
      code: 'const uint16 = new Uint16Array(1);\nuint16[0] = -1;',
    },
    asks: { expression: 'uint16[0]' },
    stored: { type: 'Uint16Array', numbers: [-1] },
    words: {
      en: {
        question: 'One step back from 0 is the largest number there is. Which is it, in 16 bits?',
        because: '16 bits have 65,536 values. Zero is one of them, so the largest is 65,535.',
        wrong: {
          '65536': 'That is how many values there are. Zero is one of them.',
          '32767':
            'That is the largest `Int16`. This array is unsigned, so its top bit counts positive.',
          '255': 'That is the largest number of 8 bits.',
        },
      },
    },
  },
});
