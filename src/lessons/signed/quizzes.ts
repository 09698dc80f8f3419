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
      ko: {
        question: '실행하기 전에: 세 번째 픽셀 200은 무엇이 될까요?',
        because:
          '200 + 60은 260이고, 260은 256보다 4만큼 큽니다. 왜 4가 남는지가 이 레슨의 이야기입니다.',
        wrong: {
          '200': '바뀌기는 합니다. 7행은 모든 픽셀에 씁니다.',
          '5': '거의 맞았습니다. 255 다음에 다시 시작하는데, 거기서 첫 수는 1이 아니라 0입니다.',
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
      ko: {
        question: '실행하기 전에: 네 바이트는 무엇이 될까요? 44는 16진수로 `2C`입니다.',
        because:
          '저마다 아래쪽 여덟 비트를 남깁니다. 44는 들어가고, 256은 남는 비트가 없고, 300은 256 + 44이고, −1은 여덟 비트가 모두 켜져 있습니다.',
        wrong: {
          '2C 01 2D FF':
            '다시 셀 때는 1이 아니라 0에서 시작합니다. 들어가지 않는 첫 수가 256입니다.',
          '2C 00 2C 00':
            '넷 가운데 셋이 맞았습니다. −1은 0보다 하나 작습니다. 256이 0으로 간다면 −1은 어디로 갈까요?',
          '2C FF FF FF':
            '들어가지 않는 수는 255에서 멈추지 않았습니다. −1은 다른 이야기입니다. 0보다 하나 작은 수입니다.',
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
      ko: {
        question:
          '이 페이지의 맨 위에서 254를 −2로도 읽을 수 있다는 것을 보았습니다. 실행하기 전에: `signed`는 255와 128을 무엇으로 읽을까요?',
        choices: {
          '-1 and -128': '−1과 −128',
          '-128 and -1': '−128과 −1',
          '-127 and 0': '−127과 −0',
          '127 and 127': '127과 127',
          '255 and 128': '저장된 그대로 255와 128',
        },
        because:
          '128부터는 부호 있게 읽은 값이 256만큼 작습니다: 255 − 256 = −1, 128 − 256 = −128.',
        wrong: {
          '-128 and -1': '254는 −2로 읽힙니다. 거기서 255로 가면 읽은 값은 커질까요, 작아질까요?',
          '-127 and 0':
            '최상위 비트를 마이너스 기호로, 나머지를 수로 보았습니다. 그렇다면 254는 −2가 아니라 −126으로 읽힐 것입니다.',
          '127 and 127':
            '읽을 때는 범위의 끝에서 멈추지 않습니다. 바이트마다 읽히는 값이 따로 있습니다.',
          '255 and 128': '어떻게 저장했든 `Int8Array`에서 127보다 크게 읽히는 바이트는 없습니다.',
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
      ko: {
        question:
          '실행하기 전에: 처음 일곱 바이트는 두 뷰에서 똑같이 읽힙니다. `signed`는 여덟째 바이트를 무엇으로 읽을까요?',
        because: '128부터는 부호 있게 읽은 값이 256만큼 작으므로 128 − 256 = −128입니다.',
        wrong: {
          '0': '뒤에 아무것도 없는 마이너스 기호라면 맞을 것입니다. 이 비트는 마이너스 기호가 아닙니다.',
          '128':
            '그것은 `unsigned`가 읽는 값입니다. 128부터는 부호 있게 읽은 값이 256만큼 작습니다.',
          '-1': '그것은 모든 비트가 켜진 바이트, 곧 255입니다.',
          '-127': '가깝습니다. 128에서 256을 빼 보세요.',
          '-64': '옆 비트의 자릿값이 64이고, 자릿값은 오른쪽에서 왼쪽으로 두 배씩 커집니다.',
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
      ko: {
        question: '실행하기 전에: `answer`는 300일까요, 44일까요?',
        choices: {
          undefined: '둘 다 아니고 `undefined`',
        },
        because: '대입식의 값은 왼쪽에서 무엇이 되든 오른쪽에 있는 값입니다.',
        wrong: {
          '44': '그것은 저장된 값이고, `byte[0]`을 읽으면 나오는 값입니다. 여기서는 아무도 읽지 않습니다.',
          undefined: '대입도 식이므로 값이 있습니다.',
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
      ko: {
        question: '실행하기 전에: `clamps`의 픽셀 가운데 `wraps`와 다른 것은 무엇일까요?',
        choices: {
          '4': '마지막 하나',
          '3, 4': '마지막 둘',
          '1, 2, 3, 4': '넷 모두',
          none: '없음',
        },
        because: '다르게 다루는 것은 255보다 크거나 0보다 작은 수뿐입니다: 200 + 60과 250 + 60.',
        wrong: {
          '4': '250 + 60은 255보다 큽니다. 그것 하나뿐일까요?',
          '1, 2, 3, 4': '20 + 60과 120 + 60은 들어갑니다. 들어가는 수는 두 배열이 똑같이 다룹니다.',
          none: '두 배열은 타입이 다르고, 합 가운데 둘은 한 바이트에 들어가지 않습니다.',
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
      ko: {
        question: '실행하기 전에: `wraps`와 `clamps`는 2.5를 무엇으로 만들까요?',
        choices: {
          '2 and 2': '2와 2',
          '2 and 3': '2와 3',
          '3 and 3': '3과 3',
          '2.5 and 2.5': '2.5와 2.5',
        },
        because: '첫째는 소수부를 버립니다. 둘째는 반올림하는데, 딱 중간이면 짝수 쪽인 2로 갑니다.',
        wrong: {
          '2 and 3':
            '둘째가 반올림한다는 것은 맞습니다. 하지만 딱 중간이라고 해서 언제나 올리지는 않습니다.',
          '3 and 3':
            '`Math.round`라면 그렇지만 여기서는 쓰지 않았습니다. 첫째 배열은 반올림을 아예 하지 않습니다.',
          '2.5 and 2.5': '이 배열들의 요소는 정수입니다. 소수부가 들어갈 자리가 없습니다.',
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
      ko: {
        question:
          '실행하기 전에: 마지막 두 번의 저장은 어느 쪽도 128이 되지 않습니다. 8행은 무엇을 저장할까요?',
        because:
          '−128의 부호를 바꾸면 128입니다. 가장 큰 `Int8`은 127이므로 128은 랩어라운드합니다: 128 − 256 = −128.',
        wrong: {
          '-127': '하나 지나쳤습니다. 128에서 256을 빼 보세요.',
          '0': '원에서 0부터 앞으로 128칸을 가면 0이 아니라 반 바퀴 자리에 닿습니다.',
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
      ko: {
        question: '5의 최상위 비트를 뒤집습니다. 실행하기 전에: 8행은 무엇을 출력할까요?',
        because: '최상위 비트의 자릿값은 −128이고, 5 − 128 = −123입니다.',
        wrong: {
          '-5': '마이너스 기호라면 그렇게 될 것입니다. 최상위 비트는 자릿값입니다. 5에 무엇을 더할까요?',
          '-128': '그것은 최상위 비트 하나만의 값입니다. 다른 비트에는 여전히 5가 있습니다.',
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
      ko: {
        question: '실행하기 전에: 네 바이트는 무엇이 될까요?',
        choices: {
          '49, 116, 0, 0': '49, 116, 0, 0: 텍스트의 첫 글자들',
          TypeError: '없음: 저장이 `TypeError`로 거절됩니다',
        },
        because:
          '값은 저마다 수로 바뀝니다. 그 가운데 셋은 `NaN`이 되고, `NaN`은 0으로 저장됩니다.',
        wrong: {
          '12, 0, 0, 255': '`NaN`은 범위보다 작거나 큰 수가 아닙니다. 따로 규칙이 있습니다.',
          '49, 116, 0, 0': '여기서 글자를 들여다보는 것은 없습니다. 텍스트 전체가 수로 바뀝니다.',
          TypeError: '저장은 너그럽습니다. 수로 바꿀 수 있는 것은 무엇이든 받습니다.',
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
      ko: {
        question: '이제 `int8[0]`은 무엇으로 읽힐까요?',
        because: '`Int8`은 127에서 끝납니다. 200은 너무 커서 256을 뺍니다: 200 − 256 = −56.',
        wrong: {
          '72': '최상위 비트 128을 빼 버렸습니다. 그 비트는 남아 있고, 128 대신 −128로 세므로 256만큼 작아집니다.',
          '-72': '최상위 비트를 마이너스 기호로 보았습니다. 그것은 자릿값입니다: −128 + 72.',
          '-55': '하나 지나쳤습니다. 한 바퀴는 256칸이고, 답은 200 − 256입니다.',
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
      ko: {
        question: '그러면 여기서 `uint8[0]`은 무엇으로 읽힐까요?',
        because: '0에서 이음매를 지나 뒤로 세 칸: −3 + 256 = 253.',
        wrong: {
          '3': '마이너스를 그냥 떼는 것이 아닙니다. 0에서 뒤로 세 칸 걸어 보세요.',
          '252': '다시 세어 보세요. 0에서 뒤로 한 칸이 255입니다.',
          '254': '다시 세어 보세요. 0에서 뒤로 한 칸이 255이므로 두 칸은 254입니다.',
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
      ko: {
        question: '바이트 하나 위에 뷰가 둘 있습니다. `unsigned[0]`은 무엇으로 읽힐까요?',
        because: '부호 있게 읽어 음수이면, 부호 없이 읽은 값은 256만큼 큽니다: −56 + 256 = 200.',
        wrong: {
          '56': '마이너스를 그냥 떼는 것이 아닙니다. 그것은 다른 바이트입니다. 두 뷰가 다르게 세는 비트는 무엇인가요?',
          '184':
            '최상위 비트를 마이너스 기호로 보고 그 뒤에 56을 적었습니다. 그 비트의 자릿값은 −128입니다.',
          '72': '그것은 −56 + 128입니다. 최상위 비트가 이제 128로 세어지는데 전에는 −128이었습니다. 그 차이는 얼마인가요?',
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
      ko: {
        question: '어떤 바이트가 남을까요? 254는 16진수로 `FE`입니다.',
        because:
          '−60은 0이 되고 300은 255가 됩니다. 딱 중간이면 짝수 쪽으로 갑니다: 3.5는 4로, 254.5는 254로.',
        wrong: {
          '00 03 FE FF': '양 끝은 맞습니다. 이 배열은 3.5의 소수부를 버리지 않고 반올림합니다.',
          '00 04 FF FF':
            '거의 맞았습니다. 딱 중간이라고 언제나 올라가지는 않습니다. 짝수 쪽으로 가는데 255는 홀수입니다.',
          '00 03 FF FF':
            '딱 중간이면 짝수 쪽으로 갑니다. 3과 4 가운데 짝수는 무엇이고, 254와 255 가운데 짝수는 무엇인가요?',
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
      ko: {
        question: '가장 작은 `Int8`과 가장 큰 `Int8`입니다. 어떤 바이트로 저장될까요?',
        because:
          '−128은 최상위 비트만 켜져 있고, 127은 나머지가 모두 켜져 있습니다: `10000000`과 `01111111`.',
        wrong: {
          '00 FF': '그것은 부호 없는 범위의 처음과 끝입니다. 부호 있는 수의 이음매는 어디인가요?',
          'FF 7F': '둘 가운데 하나가 맞았습니다. `FF`는 모든 비트가 켜진 것, −128 + 127입니다.',
          '7F 80':
            '바이트는 둘 다 맞지만 부호 없는 값의 순서로 놓였습니다. −128을 먼저 저장합니다.',
          '81 7F': '둘 가운데 하나가 맞았습니다. `81`은 −127입니다. 거기서 얼마를 더 빼야 하나요?',
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
      ko: {
        question: '수마다 낮은 바이트를 먼저 놓으면 어떤 바이트가 남을까요?',
        because:
          '−2는 16비트 가운데 가장 낮은 비트만 빼고 모두 켜져 있고, 낮은 바이트가 먼저 옵니다. 258은 2 + 1 × 256이므로 2가 먼저 옵니다.',
        wrong: {
          'FE 00 02 01': '음수는 왼쪽으로 이어집니다. 16비트에서는 위쪽 비트도 모두 켜져 있습니다.',
          'FF FF 02 01': '모든 비트가 켜지면 −1입니다. −2가 되려면 어느 비트가 꺼져야 하나요?',
          '00 00 02 01':
            '정수를 담는 형식화 배열은 0에서 멈추지 않습니다. 0에서 뒤로 두 칸은 무엇인가요?',
          'FE FF 02 00':
            '−2는 맞았습니다. 258은 한 바이트에 들어가지 않습니다. 256은 어디로 갔나요?',
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
      ko: {
        question: '0에서 한 칸 뒤는 있을 수 있는 가장 큰 수입니다. 16비트에서는 무엇일까요?',
        because: '16비트에는 값이 65,536개 있습니다. 0도 그 하나이므로 가장 큰 수는 65,535입니다.',
        wrong: {
          '65536': '그것은 값의 개수입니다. 0도 그 가운데 하나입니다.',
          '32767':
            '그것은 가장 큰 `Int16`입니다. 이 배열은 부호가 없으므로 최상위 비트를 양수로 셉니다.',
          '255': '그것은 8비트의 가장 큰 수입니다.',
        },
      },
    },
  },
});
