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
      ko: {
        question: '실행하기 전에: 어떤 세 바이트가 도착할까요? 16진수로 적으세요.',
        because:
          '수는 텍스트가 되었고, 숫자 1, 2, 3의 바이트는 49, 50, 51, 16진수로 31, 32, 33입니다.',
        wrong: {
          '01 02 03':
            '점수 그대로입니다. 조각의 목록에 조각이 하나, 곧 `scores`가 있었다면 이렇게 도착했을 것입니다.',
          '00 00 00': '가는 길에 잃는 것은 없습니다. 그런데 생성자에 넘긴 것은 무엇인가요?',
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
      ko: {
        question: '실행하기 전에: 이 네 글자는 Blob에서 몇 바이트일까요?',
        because: 'UTF-8은 ‘가’에 3바이트, ‘a’에 1바이트, ‘€’에 3바이트, ‘😀’에 4바이트를 씁니다.',
        wrong: {
          '4': '네 글자인 것은 맞지만, 그 가운데 한 바이트로 적는 ASCII 글자는 하나뿐입니다.',
          '5': '그것은 UTF-16 코드 유닛을 세는 `text.length`입니다. Blob은 바이트를 셉니다.',
          '8': '글자마다 2바이트라면 UTF-16이고, 거기서도 마지막 글자는 4바이트입니다.',
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
      ko: {
        question: '실행하기 전에: 4행이 원본을 바꿉니다. 8행은 무엇을 출력할까요?',
        choices: {
          'Uint8Array(3) [1, 2, 3]': '1, 2, 3',
          'Uint8Array(3) [99, 2, 3]': '99, 2, 3',
        },
        because: 'Blob은 두 행 앞에서 만들어질 때 바이트를 복사했습니다.',
        wrong: {
          'Uint8Array(3) [99, 2, 3]':
            '같은 버퍼 위의 뷰라면 99를 보여 주었을 것입니다. Blob은 뷰가 아니며, 자기 바이트를 따로 가지고 있습니다.',
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
      ko: {
        question: '실행하기 전에: 세 조각의 크기는 얼마일까요?',
        because:
          '첫 조각이 멈추는 5번 바이트는 들어가지 않습니다. 끝에서 세 번째 바이트부터 0번 바이트까지에는 아무것도 없습니다.',
        wrong: {
          '3 3 5': '셋째 조각은 0번 바이트에서 끝납니다. 조각이 거꾸로 갈까요?',
          '4 3 0': '끝은 조각이 멈추는 자리이고, 그 바이트는 들어가지 않습니다.',
          '3 3 3': '셋째 조각은 둘째와 같은 곳에서 시작하지만 0번 바이트에서 끝납니다.',
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
      ko: {
        question: '실행하기 전에: 변수 `blob`에는 아직 Blob이 있습니다. 11행은 그것을 찾을까요?',
        choices: {
          found: '찾습니다. Blob이 아직 있습니다',
          TypeError: '못 찾습니다. `TypeError`로 끝납니다',
          nothing: '빈 응답을 받습니다',
        },
        because: 'Blob은 있지만 주소는 없습니다. 해제했기 때문입니다.',
        wrong: {
          found: 'Blob이 있다는 것까지는 맞습니다. 하지만 찾는 것은 주소입니다.',
          nothing: '아무 데도 가리키지 않는 주소는 빈 파일이 아니라 오류입니다.',
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
      ko: {
        question: '이 Blob의 크기는 몇 바이트일까요?',
        because: 'é는 ASCII가 아니므로 UTF-8은 195와 169, 두 바이트를 씁니다.',
        wrong: {
          '1': '한 글자이지만 한 바이트는 아닙니다. ASCII만 한 바이트입니다.',
        },
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
      ko: {
        question: '그러면 이것은?',
        because: '2바이트짜리 요소가 둘입니다. 뷰를 넣으면 그 뷰가 보는 바이트가 들어갑니다.',
        wrong: {
          '2': '그것은 요소의 개수입니다. 요소 하나는 16비트입니다.',
          '12': '뷰는 텍스트로 바뀌지 않습니다. 바이트가 있는 그대로 들어갑니다.',
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
      ko: {
        question: '조각이 수 둘인 이것은?',
        because: '수는 바이트도 Blob도 아니므로 텍스트가 됩니다. “12”, 두 바이트입니다.',
        wrong: {
          '8': '여기서 수에는 자기 크기가 없습니다. 텍스트로 바뀝니다.',
          '16': '`Float64Array`에서라면 JavaScript의 수 하나가 8바이트를 차지합니다. 여기서는 텍스트로 바뀝니다.',
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
      ko: {
        question: '`part.type`은 무엇일까요?',
        choices: {
          'text/html': '`text/html`',
          none: '빈 문자열',
          'text/plain': '`text/plain`',
        },
        because:
          '반쪽짜리 페이지는 페이지가 아니므로, 잘라낸 조각에는 붙여 주지 않는 한 이름표가 없습니다.',
        wrong: {
          'text/html': '이름표는 전체의 것입니다. 그 한 조각까지 페이지일 필요는 없습니다.',
          'text/plain':
            '아무도 바이트를 들여다보지 않으므로, 이것이 텍스트인지 아무도 알 수 없습니다.',
        },
      },
    },
  },
});
