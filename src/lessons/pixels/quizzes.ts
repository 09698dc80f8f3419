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
    },
  },
});
