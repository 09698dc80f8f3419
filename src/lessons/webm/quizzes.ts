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
      ko: {
        question:
          '처음 나오는 1 앞의 0은 바이트가 몇 개 더 오는지 말합니다. 실행하기 전에: 첫 바이트가 00010000인 수는 몇 바이트일까요?',
        because: '처음 나오는 1 앞에 0이 셋 있으므로 이 바이트 뒤에 셋이 더 옵니다.',
        wrong: {
          '3': '셋이 더 온다는 것은 맞습니다. 첫 바이트도 바이트입니다.',
          '5': '1 뒤에 0이 넷 있지만 그것은 값입니다. 앞의 0을 세세요.',
          '7': '0을 모두 세었습니다. 1 뒤의 것은 값입니다.',
          '16': '그것은 바이트를 수로 읽은 것입니다. 0 몇 개로 시작하나요?',
          '1': '한 바이트짜리 수는 1로 시작합니다.',
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
      ko: {
        question:
          'EBML의 데이터는 5번 바이트에서 시작하고 크기는 31입니다. 실행하기 전에: 걸음을 몇 번 바이트에서 멈출까요?',
        because:
          '데이터는 5번 바이트에서 시작하고 31바이트입니다: 5 + 31 = 36. 거기서 Segment가 시작합니다.',
        wrong: {
          '31': '그것은 데이터의 길이입니다. 네 바이트짜리 id와 한 바이트짜리 크기 뒤, 5번 바이트에서 시작합니다.',
          '35': '그것은 마지막 바이트입니다. 걸음은 그다음 바이트에서 멈춥니다.',
          '32': '거기서 마지막 요소가 시작합니다. 그 요소에도 데이터가 있습니다.',
          '41': '헤더를 두 번 세었습니다. 데이터는 5에서 시작하고 헤더는 크기에 들지 않습니다.',
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
      ko: {
        question:
          'Duration은 4000이고 TimestampScale은 1,000,000, 곧 눈금 하나의 나노초 수입니다. 실행하기 전에: 몇 초일까요?',
        because: '1,000,000 ns짜리 눈금 4,000개는 4 × 10⁹ ns이고, 1초는 10⁹ ns입니다.',
        wrong: {
          '4000': '눈금으로 센 것입니다. 눈금 하나는 백만 나노초, 곧 1밀리초입니다.',
          '4000000000': '나노초로 센 것입니다.',
          '4000000': '마이크로초로 센 것입니다.',
          '0.004': '여기서 눈금은 1밀리초이고, 그것이 4,000개입니다.',
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
      ko: {
        question: '크기 126은 한 바이트에 들어갑니다. 어떻게 적을까요?',
        because: '첫 비트가 표식이고, 그 뒤의 일곱 비트에 126이 들어갑니다: 11111110.',
        wrong: {
          '7E': '그것은 표식이 없는 126입니다. 첫 바이트가 80보다 작으면 바이트가 더 온다는 뜻입니다.',
          FF: '표식 뒤에 1이 일곱 개입니다. 크기를 모른다는 뜻만 아니었다면 127이었을 것입니다.',
          '81': '그것은 크기 1입니다.',
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
      ko: {
        question: '그러면 127은? 일곱 비트뿐인데도 두 바이트를 씁니다.',
        because:
          '한 바이트라면 모두 1인 FF인데, 그것은 크기를 모른다는 뜻입니다. 그래서 표식이 한 비트 뒤로 가고, 열네 비트에 127이 들어갑니다.',
        wrong: {
          '80 7F':
            '첫 비트가 켜진 첫 바이트는 그것만으로 끝납니다. 이것은 크기 0이고, 그 뒤에 7F가 따로 있는 것입니다.',
          '00 7F': '표식이 없습니다. 두 바이트짜리에서는 첫 바이트의 둘째 비트입니다.',
          '40 FF': '그것은 255입니다. 표식은 첫 바이트에만 있습니다.',
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
      ko: {
        question:
          'SeekHead는 Info가 SeekPosition A1에 있다고 합니다. Segment의 데이터는 파일의 48번 바이트에서 시작합니다. Info는 파일의 몇 번 바이트에서 시작할까요?',
        because: '위치는 Segment의 데이터부터 셉니다: 48 + 161 = 209.',
        wrong: {
          '161': 'A1은 161입니다. 하지만 Segment의 데이터가 시작하는 곳부터 셉니다.',
          '113': '거꾸로 갔습니다. 위치는 Segment의 데이터가 시작하는 곳에 더합니다.',
          '197': 'Segment의 첫 바이트인 36부터 세었습니다. 그 id와 크기가 12바이트입니다.',
          '149': 'A1을 101로 읽었습니다. A1은 10 × 16 + 1입니다.',
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
      ko: {
        question:
          '클러스터의 Timestamp가 1000이고 그 안의 블록의 시각이 FF D8입니다. 눈금은 1밀리초입니다. 그 프레임은 몇 밀리초에 보일까요?',
        because:
          'FF D8은 부호 있게 읽으면 −40입니다: 65,496 − 65,536. 클러스터의 시각보다 40 ms 앞의 프레임입니다.',
        wrong: {
          '66496': '부호 없이 읽었습니다. FF의 최상위 비트가 켜져 있습니다.',
          '-40': '클러스터의 Timestamp부터 센 시각입니다.',
          '-8985': '바이트를 반대쪽 끝부터 읽었습니다. EBML은 가장 높은 바이트가 먼저입니다.',
          '1040': '부호는 마이너스입니다.',
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
      ko: {
        question: '이 크기 가운데 알 수 없는 크기는 무엇일까요?',
        because: '둘째 비트인 표식 뒤의 열네 비트가 모두 1입니다.',
        wrong: {
          FE: '마지막 비트가 0입니다. 126입니다.',
          '40 7F': '표식과 일곱 개의 1 사이에 0이 있습니다. 127입니다.',
          '81': '크기 1입니다.',
        },
      },
    },
  },
});
