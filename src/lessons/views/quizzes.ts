import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  'lost-write': {
    kind: 'choice',
    of: { snippet: 'lost-write' },
    asks: { expression: '`${buffer[0]} and ${dots[0]}`' },
    choices: ['9 and 9', '9 and 0', '0 and 0'],
    words: {
      en: {
        question: 'Before you run it: what do the last two lines print, 9 or 0?',
        because:
          'Line 7 finds what line 5 wrote, but that was not in the bytes. Line 8 looks at the bytes, and nobody has written to them.',
        wrong: {
          '9 and 9':
            'Then the dot would be orange, and it stays black. Line 8 reads the bytes of the picture.',
          '0 and 0':
            'Line 7 reads from where line 5 wrote, and finds what it wrote. Only: is that where the bytes are?',
        },
      },
    },
  },

  create: {
    kind: 'choice',
    of: { snippet: 'create' },
    asks: { line: 5 },
    choices: ['12', '0', 'undefined'],
    words: {
      en: {
        question: 'Before you run it: what is `buffer.length`?',
        because:
          'An `ArrayBuffer` has no property of that name: it has bytes, and no elements to count. Its size is `byteLength`.',
        wrong: {
          '12': 'Twelve is its size in bytes. A `length` counts elements, and who says that an element is one byte?',
          '0': 'Zero would be the length of something that has elements, and at the moment none of them. Has a buffer elements at all?',
        },
      },
    },
  },

  window: {
    kind: 'choice',
    of: { snippet: 'window' },
    asks: {
      expression:
        '[0, 1, 2, 3].filter((at) => new DataView(buffer, at, 2).getUint16(0) === view.getUint16(0)).map((at) => `${at} and ${at + 1}`)',
    },
    choices: ['0 and 1', '2 and 3', '4 and 5'],
    words: {
      en: {
        question:
          'Before you run it: `getUint16(0)` reads a number made of two bytes. Which two bytes of the buffer?',

        because: 'The view starts at byte 2, and its position 0 is there.',
        wrong: {
          '0 and 1':
            'Those are the first two of the buffer. The view does not start there, and positions are counted from the start of the view.',
          '4 and 5':
            'The view starts at byte 2. You have counted that start twice: the 0 in the brackets adds nothing to it.',
        },
      },
    },
  },

  'odd-size': {
    kind: 'choice',
    of: { snippet: 'odd-size' },
    asks: { line: 4 },
    choices: ['4', '5', 'RangeError'],
    words: {
      en: {
        question: 'Before you run it: do you get 4 elements, 5 elements, or something else?',
        choices: {
          '4': '4 elements: two bytes are left over',
          '5': '5 elements: two bytes are added',
          RangeError: 'No elements: the program ends in an error',
        },
        because:
          'The bytes must divide. JavaScript does not choose between leaving out and adding.',
        wrong: {
          '4': 'Then two of your bytes would be left out without a word. JavaScript does not guess that you meant it.',
          '5': 'Then two bytes would have to come from somewhere. A view has no bytes of its own to add.',
        },
      },
    },
  },

  unaligned: {
    kind: 'choice',
    of: { snippet: 'unaligned' },
    asks: { line: 7 },
    choices: ['view', 'RangeError', 'copy'],
    words: {
      en: {
        question: 'Before you run it: does line 5 work?',
        choices: {
          view: 'Yes, the view starts at byte 2',
          RangeError: 'No, it throws a `RangeError`',
          copy: 'Yes, over a copy of the four bytes',
        },
        because: 'An element of four bytes starts at a multiple of 4, and 2 is none.',
        wrong: {
          view: 'There is room for it, that much is right. But room is not all that a typed array asks for.',
          copy: 'A view over a buffer never copies. It looks at the bytes where they are, or it is not made at all.',
        },
      },
    },
  },

  outside: {
    kind: 'choice',
    of: { snippet: 'outside' },
    asks: { line: 5 },
    choices: ['7', '0', 'undefined', 'RangeError'],
    words: {
      en: {
        question: 'Before you run it: line 4 writes a fifth element. What does line 5 print?',
        choices: { RangeError: 'Nothing: line 4 throws a `RangeError`' },
        because:
          'The write had no effect, and there is no element 4 to read: a typed array is silent about both.',
        wrong: {
          '7': 'An ordinary array would grow. A typed array has as many elements as it was made with.',
          '0': 'Elements that were never written are 0, but this one does not exist.',
          RangeError: 'A `DataView` would throw. This is a typed array.',
        },
      },
    },
  },

  'copy-or-view': {
    kind: 'choice',
    of: { snippet: 'copy-or-view' },
    asks: { expression: '`${copy.length} and ${view.length}`' },
    choices: ['4 and 4', '2 and 2', '4 and 2', '2 and 4'],
    words: {
      en: {
        question:
          'Lines 3 and 6 both make a `Uint16Array` from the same four bytes. Before you run it: how many elements does each have?',
        because:
          'From another typed array it takes the four values, each into an element of its own. From a buffer it takes the four bytes, two for each element.',
        wrong: {
          '4 and 4':
            'Line 6 is given the buffer, which has bytes and no elements. How many elements of 2 bytes are there in 4 bytes?',
          '2 and 2':
            'Line 3 is given a typed array, which has elements. Their values are copied one by one.',
          '2 and 4':
            'You have them the wrong way round: `u8` is a list of values, and `u8.buffer` is room for bytes.',
        },
      },
    },
  },

  three: {
    kind: 'choice',
    of: { snippet: 'three' },
    asks: {
      expression: '[fromNumber, fromArray, fromString].map((each) => each.length).join(", ")',
    },
    choices: ['3, 3, 3', '3, 1, 1', '1, 1, 1', '3, 1, 3'],
    words: {
      en: {
        question: 'Before you run it: how many elements do these three have?',
        choices: {
          '3, 3, 3': '3, 3 and 3',
          '3, 1, 1': '3, 1 and 1',
          '1, 1, 1': '1, 1 and 1',
          '3, 1, 3': '3, 1 and 3',
        },
        because:
          'A number is a length, and a list is a list of values. The text is no list, so it becomes the number 3, and that is a length.',
        wrong: {
          '3, 3, 3': '`[3]` is a list with one value in it, and not a length.',
          '3, 1, 1':
            'A text of one character looks like a list of one. It is turned into a number first.',
          '1, 1, 1':
            '`new Uint8Array(3)` makes room. The number says how many elements, not which value.',
        },
      },
    },
  },

  'window-bytes': {
    kind: 'value',
    of: {
      code: 'const buffer = new ArrayBuffer(32);\nconst view = new Uint32Array(buffer, 8, 3);',
    },
    asks: { expression: 'view.byteLength' },
    words: {
      en: {
        question: 'How many bytes does this view cover?',
        because: 'The third argument counts elements: 3 elements of 4 bytes are 12 bytes.',
        wrong: {
          '3': 'That is how many elements it has. Each has more than one byte.',
          '24': 'That is all the buffer has from byte 8 on. The third argument ends the view sooner.',
          '8': 'That is where it starts. Where it starts says nothing about how far it reaches.',
          '32': 'That is the whole buffer. A view is a window, and this one has a start and an extent.',
        },
      },
    },
  },

  'second-element': {
    kind: 'value',
    of: {
      code: 'const u8 = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);\nconst u16 = new Uint16Array(u8.buffer);',
    },
    asks: { expression: 'u16[1]' },
    stored: { type: 'Uint16Array' },
    words: {
      en: {
        question:
          'On a machine that puts the lowest byte first, as the one that you read this on surely does: what is `u16[1]`?',
        because:
          'Element 1 is bytes 2 and 3, which hold 3 and 4. The lowest comes first: 3 + 4 × 256.',
        wrong: {
          '2': 'That is `u8[1]`. An element of `u16` is made of two bytes.',
          '513': 'That is element 0, of bytes 0 and 1. Elements are counted from 0.',
          '770':
            'That is made of bytes 1 and 2. Each element has 2 bytes, so where does element 1 start?',
          '7': 'Two bytes are not added up. One of them counts ones, and the other counts 256s.',
        },
      },
    },
  },

  'record-bytes': {
    kind: 'bytes',
    of: {
      code: 'const buffer = new ArrayBuffer(4);\nconst view = new DataView(buffer);\nview.setUint16(1, 0x1234);',
    },
    words: {
      en: {
        question: 'Which bytes does this leave in the buffer?',
        because:
          'It writes bytes 1 and 2, and a `DataView` puts the highest byte first unless you ask for the reverse. Alignment does not matter to it.',
        wrong: {
          '00 34 12 00':
            'Right place, other order. The lowest byte comes first if you pass `true` as the last argument.',
          '12 34 00 00':
            'The first argument is the byte at which it starts to write, and the first byte is number 0.',
          '00 00 00 00':
            'An offset of 1 is fine for a `DataView`: it asks for no alignment, and nothing is thrown.',
        },
      },
    },
  },

  'how-many-left': {
    kind: 'choice',
    of: { code: 'const buffer = new ArrayBuffer(14);\nconst view = new Uint32Array(buffer, 4);' },
    asks: { expression: 'view.length' },
    choices: ['2', '3', '10', 'RangeError'],
    words: {
      en: {
        question: 'How many elements does this view have?',
        choices: { RangeError: 'None: it is refused with a `RangeError`' },
        because:
          'The offset is a multiple of 4, but from there 10 bytes are left, and 4 does not divide them. `new Uint32Array(buffer, 4, 2)` would work.',
        wrong: {
          '2': 'Two are as many as fit. Then two bytes would be left over, and you have not said that you want that.',
          '3': 'Three would need 12 bytes from byte 4 on. How many are there?',
          '10': 'That is how many bytes are left from byte 4 on, and an element has 4 of them.',
        },
      },
    },
  },
});
