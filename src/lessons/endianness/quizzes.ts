import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  'png-width': {
    kind: 'choice',
    of: { snippet: 'png-width' },
    asks: { expression: 'size[0] === 327 ? "right" : size[0] > 327 ? "more" : "less"' },
    choices: ['right', 'more', 'less', 'RangeError'],
    words: {
      en: {
        question:
          'The picture is 327 pixels wide. Before you run it: which width does line 9 print?',
        choices: {
          right: '327',
          more: 'A number that is far too large',
          less: 'A number that is too small',
          RangeError: 'None: line 8 throws a `RangeError`',
        },
        because:
          'The program lets the last byte count most, and that byte is the largest of the four.',
        wrong: {
          right: 'The bytes are the right ones. But whoever reads them has to know from which end.',
          less: 'The bytes are all read, and none is left out. Which of 0, 0, 1 and 71 is made to count most?',
          RangeError:
            '16 is a multiple of 4, and the 8 bytes from there on divide by 4. Nothing is refused.',
        },
      },
    },
  },

  'both-ways': {
    kind: 'value',
    of: { snippet: 'both-ways' },
    asks: { line: 14 },
    base: 16,
    stored: { type: 'Uint32Array' },
    words: {
      en: {
        question:
          'Before you run it: line 13 reads bytes 4 to 7 as big-endian. They were written little-endian. What does line 14 print?',
        because:
          'In memory they are `78 56 34 12`, and a big-endian reader takes the first for the highest.',
        wrong: {
          '12345678':
            'That would come out if they were read as they were written. Here the orders differ, so what comes first is taken for the big end.',
          '87654321':
            'You turned the digits round. Whole bytes change places, and each byte stays as it is.',
          '56781234': 'You swapped two halves. All four bytes change places.',
          '34127856': 'You swapped within each half. The four bytes are one number.',
        },
      },
    },
  },

  narrow: {
    kind: 'choice',
    of: { snippet: 'narrow' },
    asks: {
      expression:
        '[view.getUint16(0, true), view.getUint16(4)].flatMap((read, i) => (read === 327 ? [6 + i] : [])).join(" and ") || "none"',
    },
    choices: ['6', '7', '6 and 7', 'none'],
    words: {
      en: {
        question: 'Before you run it: which of the two reads still finds 327?',
        choices: {
          '6': 'The little-endian one, in line 6',
          '7': 'The big-endian one, in line 7',
          '6 and 7': 'Both',
          none: 'Neither',
        },
        because: '327 needs no more than its two low bytes, and little-endian puts those first.',
        wrong: {
          '7': 'Written with four bytes, 327 begins with zeros at its big end. Which end comes first in line 7?',
          '6 and 7':
            'Both read in the order in which they were written, but they read only two of four bytes, and those are not the same two.',
          none: '327 fits in two bytes. In one of the two orders they are the first two.',
        },
      },
    },
  },

  'two-readers': {
    kind: 'choice',
    of: { snippet: 'two-readers' },
    asks: {
      expression:
        '[u32[0], view.getUint32(0), view.getUint32(0, true)].flatMap((read, i) => (read === 327 ? [7 + i] : [])).join(" and ")',
    },
    choices: ['7', '8', '9', '7 and 8', '7 and 9'],
    words: {
      en: {
        question:
          'These three lines read the same four bytes. Before you run it: which of them print 327?',
        choices: {
          '7': 'Line 7',
          '8': 'Line 8',
          '9': 'Line 9',
          '7 and 8': 'Lines 7 and 8',
          '7 and 9': 'Lines 7 and 9',
        },
        because: 'The bytes have the big end first, and line 8 alone reads them so.',
        wrong: {
          '7': 'A typed array reads as the first program did: in the order of the machine.',
          '9': '`true` asks for the little end first. Which end comes first in `00 00 01 47`?',
          '7 and 8':
            'The two disagree: a typed array uses the order of the machine, and a `DataView` is big-endian unless told otherwise.',
          '7 and 9':
            'These two agree with each other on your machine. They do not agree with the file.',
        },
      },
    },
  },

  wav: {
    kind: 'value',
    of: { snippet: 'wav' },
    asks: { line: 13 },
    stored: { type: 'Uint16Array' },
    words: {
      en: {
        question: 'Before you run it: how many channels does line 13 print?',
        because: 'Without the last argument the first byte counts 256s: 1 × 256 + 0.',
        wrong: {
          '1': 'The file says one channel, that is right. But line 13 reads it big-endian, so its first byte counts 256s.',
          '100': 'Two bytes put side by side, 01 and 00, are a hexadecimal number here: 0x0100.',
        },
      },
    },
  },

  'top-bit': {
    kind: 'choice',
    of: { snippet: 'top-bit' },
    asks: { expression: 'Math.sign(0xff << 24)' },
    choices: ['1', '-1', '0'],
    words: {
      en: {
        question: 'Before you run it: what kind of number is `0xff << 24`?',
        choices: { '1': 'A positive one', '-1': 'A negative one', '0': 'Zero' },
        because: 'The highest of the 32 bits is on, and these operators take it for a sign.',
        wrong: {
          '1': 'So it should be. But what do these operators make of the highest of their 32 bits?',
          '0': 'Moved by 24 places, eight bits still fit in 32. None of them drops out.',
        },
      },
    },
  },

  'other-host': {
    kind: 'choice',
    of: { snippet: 'other-host' },
    asks: { expression: 'onBigEndianHost(raw.buffer) === 12345678' },
    choices: ['true', 'false'],
    words: {
      en: {
        question: 'Before you run it: will line 9 print 12345678?',
        choices: { true: 'Yes', false: 'No' },
        because:
          'This machine stored the little end first, and the other one took it for the big end.',
        wrong: {
          true: 'The bytes arrive as they were sent. In which order does this machine’s typed array store them, and in which does the other read?',
        },
      },
    },
  },

  'utf-16': {
    kind: 'choice',
    of: { snippet: 'utf-16' },
    asks: {
      expression:
        '[first, second].flatMap((bytes, i) => (decoder.decode(bytes) === "가" ? [12 + i] : [])).join(" and ")',
    },
    choices: ['12', '13', '12 and 13'],
    words: {
      en: {
        question:
          'This program stores 가 in both orders and decodes both as little-endian. Before you run it: which line prints 가?',
        choices: { '12': 'Line 12', '13': 'Line 13', '12 and 13': 'Both' },
        because:
          '`second` was written with `true`, the little end first, and the decoder expects that.',
        wrong: {
          '12': '`first` was written without a last argument. Which order is that?',
          '12 and 13':
            'The decoder was told one order, and the two pairs of bytes are not in the same.',
        },
      },
    },
  },

  reversed: {
    kind: 'bytes',
    of: { snippet: 'reversed' },
    buffer: 'numbers',
    words: {
      en: {
        question:
          'At first the six bytes are `01 00 02 00 03 00`. Before you run it: what are they after line 5?',
        because:
          'All six change places, the last with the first. So the numbers change places, too.',
        wrong: {
          '00 01 00 02 00 03':
            'That would be right for a change of byte order: it swaps within each number. Line 5 knows nothing of numbers, it reverses all six bytes.',
          '03 00 02 00 01 00':
            'That turns the numbers round and leaves their bytes. Line 5 reverses bytes.',
          '01 00 02 00 03 00':
            'Nothing has changed there. `reverse` works in place, on the bytes of the buffer.',
        },
      },
    },
  },

  'little-bytes': {
    kind: 'bytes',
    of: {
      code: 'const buffer = new ArrayBuffer(4);\nconst view = new DataView(buffer);\nview.setUint32(0, 12345678, true);',
    },
    stored: { type: 'Uint32Array', numbers: [12345678], littleEndian: true },
    words: {
      en: {
        question: '12345678 is 0x00BC614E. Which bytes does this leave?',
        because: '`true` is little-endian: 4E, the byte worth least, comes first.',
        wrong: {
          'BC 00 4E 61': 'You swapped within each half. The four bytes are one number.',
          'E4 16 CB 00':
            'You turned the digits round. Whole bytes change places, and each byte stays as it is.',
          '12 34 56 78':
            'Those are decimal digits, two by two. Bytes are two hexadecimal digits of the number.',
        },
      },
    },
  },

  'big-bytes': {
    kind: 'bytes',
    of: {
      code: 'const buffer = new ArrayBuffer(6);\nconst view = new DataView(buffer);\nview.setUint32(1, 12345678);',
    },
    stored: { type: 'Uint8Array', littleEndian: false },
    words: {
      en: {
        question:
          'The same number at byte 1 of six bytes, and without the last argument. Which bytes are there now?',
        because:
          'Without a last argument it is big-endian, so the number stands as it is written: 00, BC, 61, 4E. It begins at byte 1, and the others stay 0.',
        wrong: {
          '00 4E 61 BC 00 00':
            'Right place, other order. A `DataView` that is not told an order is big-endian.',
          '00 BC 61 4E 00 00':
            'You left out a byte of the number: its highest is 00. It takes four bytes, from byte 1 on.',
        },
      },
    },
  },

  'read-sixteen': {
    kind: 'value',
    of: {
      code: 'const bytes = new Uint8Array([0x34, 0x12]);\nconst view = new DataView(bytes.buffer);',
    },
    asks: { expression: 'view.getUint16(0).toString(16)' },
    base: 16,
    stored: { type: 'Uint16Array' },
    words: {
      en: {
        question: 'What does `view.getUint16(0)` give? Answer in hexadecimal.',
        because: 'It reads big-endian: the first byte, 34, is taken for the big end.',
        wrong: {
          '1234': 'That is what `view.getUint16(0, true)` would give.',
          '34': 'That is the first byte alone. `getUint16` reads two.',
          '2143': 'Each byte stays as it is. Only whole bytes may change places.',
        },
      },
    },
  },

  formats: {
    kind: 'choice',
    of: {
      hidden: true,
      code: `// A number that each format stores, as it stands in a file.
const files = {
  PNG: [327, [0x00, 0x00, 0x01, 0x47]], // width
  WAV: [44100, [0x44, 0xac, 0x00, 0x00]], // samples a second
  BMP: [70, [0x46, 0x00, 0x00, 0x00]], // size of the file
  WebM: [2, [0x00, 0x00, 0x00, 0x02]], // version, as EBML stores integers
};
const little = Object.keys(files).filter((name) => {
  const [number, bytes] = files[name];
  return new DataView(Uint8Array.from(bytes).buffer).getUint32(0, true) === number;
});`,
    },
    asks: { expression: 'little.join(", ")' },
    choices: ['PNG, WebM', 'WAV, BMP', 'WAV, BMP, WebM', 'PNG, WAV, BMP, WebM'],
    words: {
      en: {
        question: 'Which of PNG, WAV, BMP and WebM are little-endian?',
        choices: {
          'PNG, WebM': 'PNG and WebM',
          'WAV, BMP': 'WAV and BMP',
          'WAV, BMP, WebM': 'WAV, BMP and WebM',
          'PNG, WAV, BMP, WebM': 'All four',
        },
        because:
          'WAV and BMP are. PNG and WebM are big-endian, as the protocols of the internet are.',
        wrong: {
          'PNG, WebM':
            'Those are the two others. The width of the PNG stood with its big end first.',
          'WAV, BMP, WebM': 'WebM is in the first row of the table.',
          'PNG, WAV, BMP, WebM': 'Then the first program of this lesson would have been right.',
        },
      },
    },
  },

  'wrong-by-luck': {
    kind: 'choice',
    of: {
      code: 'const bytes = new Uint8Array([9, 9, 0x44, 0xac, 0, 0]);\nconst rate = new Uint32Array(bytes.buffer, 2, 1);',
    },
    asks: { expression: 'rate[0]' },
    choices: ['44100', '1152122880', 'RangeError'],
    words: {
      en: {
        question:
          'Bytes 2 to 5 hold 44,100, little-endian. Your machine is little-endian, too. What is `rate[0]`?',
        choices: {
          '44100': '44,100',
          '1152122880': '1,152,122,880, which is 44,100 read from the other end',
          RangeError: 'Nothing: the view is refused',
        },
        because:
          'A typed array of four-byte elements starts at a multiple of 4, whatever the order. `getUint32(2, true)` of a `DataView` reads it anywhere, and on every machine.',
        wrong: {
          '44100': 'The order would be right, by luck. But may a `Uint32Array` start at byte 2?',
          '1152122880':
            'The order of the machine and that of the bytes agree. Something else is in the way.',
        },
      },
    },
  },
});
