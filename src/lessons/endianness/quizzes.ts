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
      ko: {
        question: '그림의 너비는 327픽셀입니다. 실행하기 전에: 9행은 어떤 너비를 출력할까요?',
        choices: {
          right: '327',
          more: '터무니없이 큰 수',
          less: '너무 작은 수',
          RangeError: '없음: 8행이 `RangeError`를 던집니다',
        },
        because:
          '프로그램은 마지막 바이트의 자릿값을 가장 크게 세는데, 네 바이트 가운데 그것이 가장 큽니다.',
        wrong: {
          right: '바이트는 맞습니다. 하지만 읽는 쪽은 어느 끝부터인지 알아야 합니다.',
          less: '바이트는 빠짐없이 다 읽습니다. 0, 0, 1, 71 가운데 어느 것의 자릿값을 가장 크게 셀까요?',
          RangeError:
            '16은 4의 배수이고, 거기서부터 8바이트는 4로 나누어떨어집니다. 거절되는 것은 없습니다.',
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
      ko: {
        question:
          '실행하기 전에: 13행은 리틀 엔디언으로 쓴 4–7번 바이트를 빅 엔디언으로 읽습니다. 14행은 무엇을 출력할까요?',
        because:
          '메모리에는 `78 56 34 12`가 있고, 빅 엔디언으로 읽으면 첫 바이트가 최상위 바이트입니다.',
        wrong: {
          '12345678':
            '쓴 순서대로 읽었다면 그렇게 나왔을 것입니다. 여기서는 순서가 다르므로 먼저 오는 것을 큰 쪽 끝으로 봅니다.',
          '87654321':
            '숫자를 하나씩 뒤집었습니다. 바이트가 통째로 자리를 바꾸고, 바이트 안은 그대로입니다.',
          '56781234': '절반끼리 바꿨습니다. 네 바이트가 모두 자리를 바꿉니다.',
          '34127856': '절반 안에서 바꿨습니다. 네 바이트가 수 하나입니다.',
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
      ko: {
        question: '실행하기 전에: 두 번의 읽기 가운데 여전히 327이 나오는 것은 어느 쪽일까요?',
        choices: {
          '6': '6행, 리틀 엔디언 쪽',
          '7': '7행, 빅 엔디언 쪽',
          '6 and 7': '둘 다',
          none: '둘 다 아님',
        },
        because: '327에는 낮은 두 바이트만 있으면 되고, 리틀 엔디언은 그것을 먼저 놓습니다.',
        wrong: {
          '7': '4바이트로 적은 327은 큰 쪽 끝이 0으로 시작합니다. 7행에서는 어느 끝이 먼저 오나요?',
          '6 and 7':
            '둘 다 쓴 순서대로 읽지만 넷 가운데 두 바이트만 읽고, 그 두 바이트가 서로 다릅니다.',
          none: '327은 두 바이트에 들어갑니다. 두 순서 가운데 하나에서는 그것이 처음 두 바이트입니다.',
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
      ko: {
        question:
          '이 세 행은 같은 네 바이트를 읽습니다. 실행하기 전에: 327을 출력하는 것은 어느 행일까요?',
        choices: {
          '7': '7행',
          '8': '8행',
          '9': '9행',
          '7 and 8': '7행과 8행',
          '7 and 9': '7행과 9행',
        },
        because: '바이트는 큰 쪽 끝이 먼저이고, 그렇게 읽는 것은 8행뿐입니다.',
        wrong: {
          '7': '형식화 배열은 첫 프로그램처럼 기기의 순서로 읽습니다.',
          '9': '`true`는 작은 쪽 끝부터 읽으라는 뜻입니다. `00 00 01 47`에서는 어느 끝이 먼저 오나요?',
          '7 and 8':
            '둘은 서로 다릅니다. 형식화 배열은 기기의 순서를 쓰고, `DataView`는 따로 지정하지 않으면 빅 엔디언입니다.',
          '7 and 9': '여러분의 기기에서 이 둘은 서로 같습니다. 하지만 파일과는 다릅니다.',
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
      ko: {
        question: '실행하기 전에: 13행은 채널이 몇 개라고 출력할까요?',
        because: '마지막 인수가 없으면 첫 바이트가 256의 자리입니다: 1 × 256 + 0.',
        wrong: {
          '1': '파일의 채널이 하나인 것은 맞습니다. 하지만 13행은 빅 엔디언으로 읽으므로 첫 바이트가 256의 자리입니다.',
          '100': '두 바이트 01과 00을 나란히 놓은 것은 여기서 16진수 0x0100입니다.',
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
      ko: {
        question: '실행하기 전에: `0xff << 24`는 어떤 수일까요?',
        choices: {
          '1': '양수',
          '-1': '음수',
          '0': '0',
        },
        because: '32비트 가운데 최상위 비트가 켜져 있고, 이 연산자들은 그것을 부호로 봅니다.',
        wrong: {
          '1': '그래야 할 것 같습니다. 하지만 이 연산자들은 32비트의 최상위 비트를 무엇으로 볼까요?',
          '0': '24자리를 옮겨도 여덟 비트는 32비트 안에 들어갑니다. 떨어져 나가는 것이 없습니다.',
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
      ko: {
        question: '실행하기 전에: 9행은 12345678을 출력할까요?',
        choices: {
          true: '예',
          false: '아니요',
        },
        because:
          '이 기기는 작은 쪽 끝을 먼저 저장했고, 다른 기기는 그것을 큰 쪽 끝으로 읽었습니다.',
        wrong: {
          true: '바이트는 보낸 그대로 도착합니다. 이 기기의 형식화 배열은 어느 순서로 저장하고, 다른 기기는 어느 순서로 읽나요?',
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
      ko: {
        question:
          '이 프로그램은 ‘가’를 두 순서로 저장하고, 둘 다 리틀 엔디언으로 디코딩합니다. 실행하기 전에: ‘가’를 출력하는 것은 어느 행일까요?',
        choices: {
          '12': '12행',
          '13': '13행',
          '12 and 13': '둘 다',
        },
        because: '`second`는 `true`로, 작은 쪽 끝을 먼저 썼고, 디코더는 그것을 기대합니다.',
        wrong: {
          '12': '`first`는 마지막 인수 없이 썼습니다. 그것은 어느 순서인가요?',
          '12 and 13': '디코더에 지정한 순서는 하나이고, 두 쌍의 바이트는 순서가 서로 다릅니다.',
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
      ko: {
        question:
          '처음에 여섯 바이트는 `01 00 02 00 03 00`입니다. 실행하기 전에: 5행을 실행한 뒤에는 어떻게 될까요?',
        because:
          '여섯 바이트가 모두 자리를 바꿉니다. 마지막이 처음으로 갑니다. 그래서 수도 자리를 바꿉니다.',
        wrong: {
          '00 01 00 02 00 03':
            '바이트 순서를 바꾼다면, 곧 수마다 그 안에서 맞바꾼다면 그것이 맞습니다. 하지만 5행은 수를 모르고 여섯 바이트를 모두 뒤집습니다.',
          '03 00 02 00 01 00':
            '수를 뒤집고 그 바이트는 그대로 둔 것입니다. 5행은 바이트를 뒤집습니다.',
          '01 00 02 00 03 00':
            '아무것도 바뀌지 않았습니다. `reverse`는 버퍼의 바이트를 그 자리에서 뒤집습니다.',
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
      ko: {
        question: '12345678은 0x00BC614E입니다. 어떤 바이트가 남을까요?',
        because: '`true`는 리틀 엔디언이므로 자릿값이 가장 작은 바이트 4E가 먼저 옵니다.',
        wrong: {
          'BC 00 4E 61': '절반 안에서 바꿨습니다. 네 바이트가 수 하나입니다.',
          'E4 16 CB 00':
            '숫자를 하나씩 뒤집었습니다. 바이트가 통째로 자리를 바꾸고, 바이트 안은 그대로입니다.',
          '12 34 56 78':
            '10진수 숫자를 둘씩 묶은 것입니다. 바이트는 16진수로 적은 수의 두 자리입니다.',
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
      ko: {
        question:
          '같은 수를 여섯 바이트의 1번 바이트에, 마지막 인수 없이 씁니다. 이제 어떤 바이트가 있을까요?',
        because:
          '마지막 인수가 없으면 빅 엔디언이므로 수를 적은 대로 00, BC, 61, 4E입니다. 1번 바이트에서 시작하고 나머지는 0 그대로입니다.',
        wrong: {
          '00 4E 61 BC 00 00':
            '자리는 맞고 순서가 다릅니다. 순서를 지정하지 않은 `DataView`는 빅 엔디언입니다.',
          '00 BC 61 4E 00 00':
            '수의 바이트 하나를 빠뜨렸습니다. 최상위 바이트는 00입니다. 1번 바이트부터 네 바이트를 차지합니다.',
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
      ko: {
        question: '`view.getUint16(0)`은 무엇일까요? 16진수로 답하세요.',
        because: '빅 엔디언으로 읽으므로 첫 바이트 34가 큰 쪽 끝입니다.',
        wrong: {
          '1234': '그것은 `view.getUint16(0, true)`의 값입니다.',
          '34': '그것은 첫 바이트 하나입니다. `getUint16`은 두 바이트를 읽습니다.',
          '2143': '바이트 안은 그대로입니다. 바이트가 통째로 자리를 바꿀 수 있을 뿐입니다.',
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
      ko: {
        question: 'PNG, WAV, BMP, WebM 가운데 리틀 엔디언은 무엇일까요?',
        choices: {
          'PNG, WebM': 'PNG와 WebM',
          'WAV, BMP': 'WAV와 BMP',
          'WAV, BMP, WebM': 'WAV, BMP, WebM',
          'PNG, WAV, BMP, WebM': '넷 모두',
        },
        because: 'WAV와 BMP입니다. PNG와 WebM은 인터넷의 프로토콜처럼 빅 엔디언입니다.',
        wrong: {
          'PNG, WebM': '그것은 나머지 둘입니다. PNG의 너비는 큰 쪽 끝이 먼저였습니다.',
          'WAV, BMP, WebM': 'WebM은 표의 첫 줄에 있습니다.',
          'PNG, WAV, BMP, WebM': '그렇다면 이 레슨의 첫 프로그램이 맞았을 것입니다.',
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
      ko: {
        question:
          '2–5번 바이트에 44,100이 리틀 엔디언으로 들어 있습니다. 여러분의 기기도 리틀 엔디언입니다. `rate[0]`은 무엇일까요?',
        choices: {
          '44100': '44,100',
          '1152122880': '1,152,122,880, 곧 44,100을 반대쪽 끝부터 읽은 수',
          RangeError: '없음: 뷰가 거절됩니다',
        },
        because:
          '4바이트 요소의 형식화 배열은 순서가 무엇이든 4의 배수에서 시작합니다. `DataView`의 `getUint32(2, true)`는 어디서나, 어느 기기에서나 읽습니다.',
        wrong: {
          '44100':
            '순서는 운 좋게 맞을 것입니다. 하지만 `Uint32Array`가 2번 바이트에서 시작할 수 있을까요?',
          '1152122880': '기기의 순서와 바이트의 순서가 같습니다. 다른 것이 가로막고 있습니다.',
        },
      },
    },
  },
});
