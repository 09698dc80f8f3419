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
      ko: {
        question: '실행하기 전에: 마지막 두 행은 9와 0 가운데 무엇을 출력할까요?',
        choices: {
          '9 and 9': '9와 9',
          '9 and 0': '9와 0',
          '0 and 0': '0과 0',
        },
        because:
          '7행은 5행이 쓴 것을 읽지만, 그것은 바이트에 있지 않습니다. 8행은 바이트를 보는데, 바이트에는 아무도 쓰지 않았습니다.',
        wrong: {
          '9 and 9':
            '그렇다면 점이 주황색일 텐데 여전히 검은색입니다. 8행은 그림의 바이트를 읽습니다.',
          '0 and 0':
            '7행은 5행이 쓴 곳을 읽고, 쓴 값을 그대로 얻습니다. 다만 거기가 바이트가 있는 곳일까요?',
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
      ko: {
        question: '실행하기 전에: `buffer.length`는 무엇일까요?',
        because:
          '`ArrayBuffer`에는 그런 이름의 속성이 없습니다. 바이트는 있지만 셀 요소가 없습니다. 크기는 `byteLength`입니다.',
        wrong: {
          '12': '12는 바이트로 센 크기입니다. `length`는 요소를 세는데, 요소 하나가 한 바이트라고 누가 정했나요?',
          '0': '0은 요소가 있는 것의 길이인데 지금은 하나도 없을 때의 값입니다. 버퍼에 요소가 있기는 한가요?',
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
      ko: {
        question:
          '실행하기 전에: `getUint16(0)`은 바이트 둘로 된 수를 읽습니다. 버퍼의 몇 번 바이트일까요?',
        choices: {
          '0 and 1': '0과 1',
          '2 and 3': '2와 3',
          '4 and 5': '4와 5',
        },
        because: '뷰는 2번 바이트에서 시작하고, 뷰의 위치 0이 바로 거기입니다.',
        wrong: {
          '0 and 1':
            '버퍼의 처음 두 바이트입니다. 뷰는 거기서 시작하지 않고, 위치는 뷰의 시작부터 셉니다.',
          '4 and 5':
            '뷰는 2번 바이트에서 시작합니다. 시작을 두 번 더했습니다. 괄호 안의 0은 거기에 아무것도 더하지 않습니다.',
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
      ko: {
        question: '실행하기 전에: 요소 4개, 요소 5개, 아니면 다른 것이 나올까요?',
        choices: {
          '4': '요소 4개: 두 바이트가 남습니다',
          '5': '요소 5개: 두 바이트가 더해집니다',
          RangeError: '요소 없음: 프로그램이 오류로 끝납니다',
        },
        because: '바이트 수가 나누어떨어져야 합니다. JavaScript는 버릴지 더할지 고르지 않습니다.',
        wrong: {
          '4': '그러면 여러분의 두 바이트가 말없이 버려집니다. JavaScript는 그렇게 하려던 것이라고 짐작하지 않습니다.',
          '5': '그러면 두 바이트가 어디선가 와야 합니다. 뷰에는 더해 줄 자기 바이트가 없습니다.',
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
      ko: {
        question: '실행하기 전에: 5행은 될까요?',
        choices: {
          view: '됩니다. 뷰가 2번 바이트에서 시작합니다',
          RangeError: '안 됩니다. `RangeError`를 던집니다',
          copy: '됩니다. 네 바이트의 사본 위에 만들어집니다',
        },
        because: '4바이트 요소는 4의 배수에서 시작하는데, 2는 4의 배수가 아닙니다.',
        wrong: {
          view: '자리가 있다는 것까지는 맞습니다. 하지만 형식화 배열이 요구하는 것은 자리만이 아닙니다.',
          copy: '버퍼 위의 뷰는 결코 복사하지 않습니다. 바이트를 있는 자리에서 보거나, 아니면 만들어지지 않습니다.',
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
      ko: {
        question: '실행하기 전에: 4행은 다섯째 요소에 씁니다. 5행은 무엇을 출력할까요?',
        choices: {
          RangeError: '아무것도: 4행이 `RangeError`를 던집니다',
        },
        because:
          '쓰기는 효과가 없었고, 읽을 요소 4도 없습니다. 형식화 배열은 둘 다 말없이 넘깁니다.',
        wrong: {
          '7': '보통 배열이라면 길어졌을 것입니다. 형식화 배열의 요소 수는 만들 때 그대로입니다.',
          '0': '한 번도 쓰지 않은 요소는 0이지만, 이 요소는 아예 없습니다.',
          RangeError: '`DataView`라면 던졌을 것입니다. 이것은 형식화 배열입니다.',
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
      ko: {
        question:
          '3행과 6행은 모두 같은 네 바이트로 `Uint16Array`를 만듭니다. 실행하기 전에: 요소는 각각 몇 개일까요?',
        choices: {
          '4 and 4': '4와 4',
          '2 and 2': '2와 2',
          '4 and 2': '4와 2',
          '2 and 4': '2와 4',
        },
        because:
          '다른 형식화 배열에서는 값 네 개를 가져와 하나씩 제 요소에 넣습니다. 버퍼에서는 바이트 네 개를 두 개씩 요소 하나로 봅니다.',
        wrong: {
          '4 and 4':
            '6행에 준 것은 버퍼이고, 버퍼에는 요소가 아니라 바이트가 있습니다. 4바이트에 2바이트짜리 요소가 몇 개 있을까요?',
          '2 and 2':
            '3행에 준 것은 형식화 배열이고, 거기에는 요소가 있습니다. 그 값을 하나씩 복사합니다.',
          '2 and 4':
            '서로 바뀌었습니다. `u8`은 값의 목록이고 `u8.buffer`는 바이트가 놓일 자리입니다.',
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
      ko: {
        question: '실행하기 전에: 세 배열의 요소는 몇 개씩일까요?',
        choices: {
          '3, 3, 3': '3, 3, 3',
          '3, 1, 1': '3, 1, 1',
          '1, 1, 1': '1, 1, 1',
          '3, 1, 3': '3, 1, 3',
        },
        because:
          '수는 길이이고, 목록은 값의 목록입니다. 텍스트는 목록이 아니므로 수 3이 되고, 그것은 길이입니다.',
        wrong: {
          '3, 3, 3': '`[3]`은 길이가 아니라 값 하나가 든 목록입니다.',
          '3, 1, 1': '한 글자짜리 텍스트는 하나짜리 목록처럼 보입니다. 하지만 먼저 수로 바뀝니다.',
          '1, 1, 1':
            '`new Uint8Array(3)`은 자리를 만듭니다. 그 수는 어떤 값인지가 아니라 요소가 몇 개인지입니다.',
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
      ko: {
        question: '이 뷰는 몇 바이트를 덮을까요?',
        because: '세 번째 인수는 요소를 셉니다. 4바이트짜리 요소 3개는 12바이트입니다.',
        wrong: {
          '3': '그것은 요소의 개수입니다. 요소 하나는 한 바이트보다 큽니다.',
          '24': '8번 바이트부터 버퍼에 있는 전부입니다. 세 번째 인수 때문에 뷰는 더 일찍 끝납니다.',
          '8': '그것은 시작하는 자리입니다. 어디서 시작하는지는 어디까지 닿는지를 말해 주지 않습니다.',
          '32': '그것은 버퍼 전체입니다. 뷰는 창이고, 이 창에는 시작과 범위가 있습니다.',
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
      ko: {
        question:
          '가장 낮은 바이트를 먼저 놓는 기기에서, 지금 이 글을 읽는 기기도 틀림없이 그럴 텐데, `u16[1]`은 무엇일까요?',
        because:
          '요소 1은 2번과 3번 바이트이고, 거기에는 3과 4가 있습니다. 가장 낮은 바이트가 먼저이므로 3 + 4 × 256입니다.',
        wrong: {
          '2': '그것은 `u8[1]`입니다. `u16`의 요소는 바이트 둘로 이루어집니다.',
          '513': '그것은 0번과 1번 바이트로 된 요소 0입니다. 요소는 0부터 셉니다.',
          '770':
            '1번과 2번 바이트로 만든 값입니다. 요소 하나가 2바이트라면 요소 1은 어디서 시작할까요?',
          '7': '두 바이트를 더하는 것이 아닙니다. 하나는 1의 자리, 다른 하나는 256의 자리입니다.',
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
      ko: {
        question: '버퍼에 어떤 바이트가 남을까요?',
        because:
          '1번과 2번 바이트에 쓰고, `DataView`는 반대로 해 달라고 하지 않는 한 가장 높은 바이트를 먼저 놓습니다. 메모리 정렬은 따지지 않습니다.',
        wrong: {
          '00 34 12 00':
            '자리는 맞고 순서가 다릅니다. 마지막 인수로 `true`를 주면 가장 낮은 바이트가 먼저 옵니다.',
          '12 34 00 00': '첫 번째 인수는 쓰기 시작할 바이트이고, 첫 바이트가 0번입니다.',
          '00 00 00 00':
            '`DataView`에는 오프셋 1도 괜찮습니다. 정렬을 요구하지 않고, 오류도 던지지 않습니다.',
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
      ko: {
        question: '이 뷰의 요소는 몇 개일까요?',
        choices: {
          RangeError: '없음: `RangeError`로 거절됩니다',
        },
        because:
          '오프셋은 4의 배수이지만, 거기서부터 남은 10바이트가 4로 나누어떨어지지 않습니다. `new Uint32Array(buffer, 4, 2)`라면 됩니다.',
        wrong: {
          '2': '들어가는 것은 둘까지입니다. 그러면 두 바이트가 남는데, 그래도 된다고 말하지 않았습니다.',
          '3': '셋이라면 4번 바이트부터 12바이트가 필요합니다. 몇 바이트가 있나요?',
          '10': '그것은 4번 바이트부터 남은 바이트 수이고, 요소 하나는 4바이트입니다.',
        },
      },
    },
  },
});
