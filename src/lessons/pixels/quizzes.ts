import { defineQuizzes } from '../../core/quiz';

export const quizzes = defineQuizzes({
  logo: {
    kind: 'choice',
    of: {
      code: "const gray = 128 * 0.299 + 128 * 0.587 + 128 * 0.114;\nconst pixel = gray >= 128 ? 'white' : 'black';",
    },
    asks: { expression: 'pixel' },
    choices: ['white', 'black'],
    words: {
      en: {
        question: 'The three weights add up to 1. What becomes of a grey of 128?',
        because: 'The sum is a hair less than 128. Why, you will see below.',
        wrong: {
          white:
            'So it should be: the weights add up to 1, and 128 is not less than 128. Compute the sum in a console.',
        },
      },
      ko: {
        question: '세 가중치를 더하면 1입니다. 128인 회색은 무엇이 될까요?',
        choices: {
          white: '흰색',
          black: '검은색',
        },
        because: '합이 128보다 아주 조금 작습니다. 까닭은 아래에 나옵니다.',
        wrong: {
          white:
            '그래야 할 것 같습니다. 가중치의 합은 1이고 128은 128보다 작지 않습니다. 콘솔에서 합을 계산해 보세요.',
        },
      },
    },
  },

  rows: {
    kind: 'value',
    of: { code: 'const height = 125;\nconst first = Math.trunc(height / 2);' },
    asks: { expression: 'height - first' },
    words: {
      en: {
        question:
          'A canvas has 125 rows, and `getImageData(0, first, 327, height)` takes some. How many of these lie on the canvas?',
        because: '`first` is 62, and rows 62 to 124 are 125 − 62 = 63.',
        wrong: {
          '125':
            'So many are asked for: the fourth number is how many, not how far. The first is row 62.',
          '62': 'That is where it begins. Row 62 itself is among them, too.',
          '62.5': 'There are no half rows: `Math.trunc` drops the fraction.',
        },
      },
      ko: {
        question:
          '캔버스에 행이 125개 있고, `getImageData(0, first, 327, height)`가 그 일부를 가져옵니다. 가져온 것 가운데 캔버스에 있는 행은 몇 개일까요?',
        because: '`first`는 62이고, 62행부터 124행까지는 125 − 62 = 63개입니다.',
        wrong: {
          '125':
            '달라고 한 것이 그만큼입니다. 넷째 수는 어디까지인지가 아니라 몇 개인지입니다. 첫 행은 62행입니다.',
          '62': '그것은 시작하는 행입니다. 62행도 그 가운데 하나입니다.',
          '62.5': '반쪽 행은 없습니다. `Math.trunc`가 소수부를 버립니다.',
        },
      },
    },
  },

  greys: {
    kind: 'choice',
    of: { snippet: 'grey-128' },
    asks: { expression: 'missed' },
    choices: ['0', '1', '65', '255'],
    words: {
      en: {
        question:
          'Before you run it: the loop tries all 256 greys. How many do not come back as themselves?',
        because: 'For 65 of them the three rounding errors add up to another number.',
        wrong: {
          '0': 'The logo has just shown you one.',
          '1': '128 is no special number here: the same may happen to any grey.',
          '255': 'All but black? Rounding errors often cancel out.',
        },
      },
      ko: {
        question:
          '실행하기 전에: 반복문은 회색 256개를 모두 시험합니다. 자기 자신으로 돌아오지 않는 것은 몇 개일까요?',
        because: '65개에서는 반올림 오차 셋이 쌓여 다른 수가 됩니다.',
        wrong: {
          '0': '방금 로고에서 하나를 보았습니다.',
          '1': '여기서 128은 특별한 수가 아닙니다. 어느 회색에서든 일어날 수 있습니다.',
          '255': '검은색만 빼고 모두일까요? 반올림 오차는 흔히 서로 상쇄됩니다.',
        },
      },
    },
  },

  offset: {
    kind: 'value',
    of: { code: 'const width = 10;\nconst x = 3;\nconst y = 2;' },
    asks: { expression: '(y * width + x) * 4' },
    words: {
      en: {
        question: 'In a picture of this width, at which byte does the pixel at x, y begin?',
        because: 'Two whole rows and three pixels come before it: (2 × 10 + 3) × 4.',
        wrong: {
          '23': 'That is the number of the pixel. Each of them has four bytes.',
          '69': 'You count three bytes a pixel. Alpha is one, too.',
          '128': 'You have x and y the other way round: y counts whole rows.',
          '93': 'Bytes are counted from 0: the number of a byte is how many stand before it.',
        },
      },
      ko: {
        question: '이 너비의 그림에서 x, y에 있는 픽셀은 몇 번 바이트에서 시작할까요?',
        because: '그 앞에 온전한 행 둘과 픽셀 셋이 있습니다: (2 × 10 + 3) × 4.',
        wrong: {
          '23': '그것은 픽셀의 번호입니다. 픽셀 하나가 네 바이트입니다.',
          '69': '픽셀 하나를 세 바이트로 세었습니다. 알파도 한 바이트입니다.',
          '128': 'x와 y가 바뀌었습니다. y가 온전한 행을 셉니다.',
          '93': '바이트는 0부터 셉니다. 바이트의 번호는 그 앞에 있는 바이트의 수입니다.',
        },
      },
    },
  },

  half: {
    kind: 'value',
    of: { code: 'const data = new Uint8ClampedArray(4);\ndata[0] = 2.5;' },
    asks: { expression: 'data[0]' },
    words: {
      en: {
        question: '`data` is what an ImageData has. What does `data[0]` hold?',
        because: 'A half goes to the even number.',
        wrong: {
          '3': '`Math.round` would say so. A clamped array takes a half to the even number.',
          '2.5': 'A byte holds whole numbers only.',
          '0': 'Storing a fraction is no error. It is rounded.',
        },
      },
      ko: {
        question: '`data`는 ImageData에 있는 것과 같습니다. `data[0]`에는 무엇이 들어 있을까요?',
        because: '딱 중간이면 짝수로 갑니다.',
        wrong: {
          '3': '`Math.round`라면 그렇습니다. 클램프하는 배열은 딱 중간이면 짝수로 보냅니다.',
          '2.5': '바이트에는 정수만 들어갑니다.',
          '0': '소수부가 있는 수를 저장하는 것은 오류가 아닙니다. 반올림됩니다.',
        },
      },
    },
  },

  repaint: {
    kind: 'choice',
    of: {
      code: 'const onCanvas = Uint8ClampedArray.of(255, 255, 255, 255);\n\n// What getImageData does:\nconst data = onCanvas.slice();\n\ndata[0] = 0;',
    },
    asks: { expression: "onCanvas[0] === 0 ? 'yes' : 'no'" },
    choices: ['yes', 'no'],
    words: {
      en: {
        question: 'Does the canvas show another colour now?',
        choices: { yes: 'Yes, its red is 0', no: 'No, it is as it was' },
        because: '`slice` copies, and so does `getImageData`. `putImageData` brings the copy back.',
        wrong: {
          yes: 'It would if `data` were a view of the canvas’s own memory. There is none to be had.',
        },
      },
      ko: {
        question: '이제 캔버스에 다른 색이 보일까요?',
        choices: {
          yes: '보입니다. 빨강이 0입니다',
          no: '아니요, 그대로입니다',
        },
        because:
          '`slice`는 복사하고, `getImageData`도 그렇습니다. 사본을 되돌려 넣는 것은 `putImageData`입니다.',
        wrong: {
          yes: '`data`가 캔버스 자체의 메모리를 보는 뷰라면 그럴 것입니다. 그런 것은 얻을 수 없습니다.',
        },
      },
    },
  },
});
