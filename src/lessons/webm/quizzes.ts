import { defineQuizzes } from '../../core/quiz';

/** Writes a size as EBML does, into `buffer`. */
const written = (size: number) => `const size = ${String(size)};
let length = 1;
// With all bits 1 it would be a size that is not known.
while (size >= 2 ** (7 * length) - 1) length++;

const buffer = new ArrayBuffer(length);
const bytes = new Uint8Array(buffer);
let rest = size + 2 ** (7 * length);
for (let i = length - 1; i >= 0; i--) {
  bytes[i] = rest % 256;
  rest = Math.floor(rest / 256);
}`;

export const quizzes = defineQuizzes({
  marker: {
    kind: 'value',
    of: { snippet: 'marker' },
    asks: { expression: 'Math.clz32(0x10) - 23' },
    words: {
      en: {
        question:
          'The zeros before the first 1 say how many more bytes follow. Before you run it: how many bytes has a number whose first byte is 00010000?',
        because: 'Three zeros stand before the first 1, so three more bytes follow this one.',
        wrong: {
          '3': 'Three bytes follow, that is right. The first is a byte as well.',
          '5': 'Four zeros stand behind the 1, and they belong to the value. Count those before it.',
          '7': 'You counted all zeros. Those behind the 1 belong to the value.',
          '16': 'That is the byte as a number. How many zeros does it begin with?',
          '1': 'A number of one byte begins with a 1.',
        },
      },
    },
  },

  'walk-end': {
    kind: 'value',
    of: { snippet: 'walk-head' },
    asks: { line: 14, value: 2 },
    words: {
      en: {
        question:
          'The data of EBML begins at byte 5, and its size is 31. Before you run it: at which byte does the walk end?',
        because:
          'The data is 31 bytes long and begins at byte 5: 5 + 31 = 36. There the Segment begins.',
        wrong: {
          '31': 'That is how long the data is. It begins at byte 5, behind an id of four bytes and a size of one.',
          '35': 'That is the last byte of it. The walk ends at the first behind it.',
          '32': 'There the last element begins. It has data, too.',
          '41': 'You counted the head twice: the data begins at 5, and the head is not part of the size.',
        },
      },
    },
  },

  seconds: {
    kind: 'value',
    of: { snippet: 'duration' },
    asks: { line: 15, value: 1 },
    words: {
      en: {
        question:
          'Duration says 4000, and TimestampScale says 1,000,000: a tick has so many nanoseconds. Before you run it: how many seconds are that?',
        because: '4,000 ticks of 1,000,000 ns are 4 × 10⁹ ns, and a second has 10⁹ of them.',
        wrong: {
          '4000': 'That is in ticks. A tick has a million nanoseconds, which is a millisecond.',
          '4000000000': 'That is in nanoseconds.',
          '4000000': 'That is in microseconds.',
          '0.004': 'A tick is a millisecond here, and there are 4,000 of them.',
        },
      },
    },
  },

  'size-126': {
    kind: 'bytes',
    of: { code: written(126), hidden: true },
    words: {
      en: {
        question: 'A size of 126 fits into one byte. How is it written?',
        because: 'The marker is the first bit, and the seven bits behind it hold 126: 11111110.',
        wrong: {
          '7E': 'That is 126, without the marker. A first byte below 80 announces more bytes.',
          FF: 'These are seven ones behind the marker: 127 would be, if it did not mean that the size is not known.',
          '81': 'That is the size 1.',
        },
      },
    },
  },

  'size-127': {
    kind: 'bytes',
    of: { code: written(127), hidden: true },
    words: {
      en: {
        question: 'And 127? It takes two bytes, though it has only seven bits.',
        because:
          'In one byte it would be FF, all ones, and that means that the size is not known. So the marker moves one bit on, and fourteen bits hold 127.',
        wrong: {
          '80 7F':
            'A first byte with its first bit set stands alone: this is the size 0, and a 7F behind it.',
          '00 7F': 'The marker is missing. In two bytes it is the second bit of the first.',
          '40 FF': 'That is 255: the marker is in the first byte only.',
        },
      },
    },
  },

  seek: {
    kind: 'value',
    of: { code: 'const segmentData = 48;\nconst seekPosition = 0xa1;' },
    asks: { expression: 'segmentData + seekPosition' },
    words: {
      en: {
        question:
          'The SeekHead says where Info is: at SeekPosition A1. The data of the Segment begins at byte 48 of the file. At which byte of the file does Info begin?',
        because: 'Positions count from the Segment’s data: 48 + 161 = 209.',
        wrong: {
          '161': 'A1 is 161. But it counts from where the Segment’s data begins.',
          '113': 'You went backwards: the position counts from the Segment’s data on.',
          '197':
            'You counted from the Segment’s first byte, 36. Its id and its size take 12 bytes.',
          '149': 'You read A1 as 101. It is 10 × 16 + 1.',
        },
      },
    },
  },

  signed: {
    kind: 'value',
    of: {
      code: `const cluster = 1000;
const bytes = Uint8Array.of(0xff, 0xd8);
const view = new DataView(bytes.buffer);`,
    },
    asks: { expression: 'cluster + view.getInt16(0)' },
    words: {
      en: {
        question:
          'A Cluster’s Timestamp is 1000, and a block in it has the time FF D8. A tick is a millisecond. When is its frame shown, in milliseconds?',
        because:
          'FF D8 is −40 with its sign: 65,496 − 65,536. The frame belongs 40 ms before its Cluster’s time.',
        wrong: {
          '66496': 'You read the time without its sign. The highest bit of FF is set.',
          '-40': 'That is the time from the Cluster’s Timestamp on.',
          '-8985': 'You read the bytes from the other end. EBML has the highest byte first.',
          '1040': 'The sign is a minus.',
        },
      },
    },
  },

  'which-unknown': {
    kind: 'choice',
    of: {
      code: `const sizes = { 'FE': [0xfe], '40 7F': [0x40, 0x7f], '7F FF': [0x7f, 0xff], '81': [0x81] };
function isUnknown([first, ...others]) {
  const mask = 0x7f >> (Math.clz32(first) - 24);
  return (first & mask) === mask && others.every((byte) => byte === 0xff);
}`,
      hidden: true,
    },
    asks: { expression: 'Object.keys(sizes).find((text) => isUnknown(sizes[text]))' },
    choices: ['FE', '40 7F', '7F FF', '81'],
    words: {
      en: {
        question: 'Which of these sizes is not known?',
        because: 'Behind the marker, the second bit, all fourteen bits are 1.',
        wrong: {
          FE: 'Its last bit is 0: this is 126.',
          '40 7F': 'There are zeros between the marker and the seven ones: this is 127.',
          '81': 'This is the size 1.',
        },
      },
    },
  },
});
