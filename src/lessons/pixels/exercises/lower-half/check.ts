import {
  call,
  canvas,
  canvasRecordOf,
  defineExercise,
  everyCall,
  leavesPixels,
  Seeded,
  takesPixels,
  writesNoAlpha,
  type Finding,
  type MadeCanvas,
  type Recognise,
} from '../../../../core/exercise';

const random = new Seeded(0x9a);

/** Opaque pixels that look random: they come back from a canvas as they are. */
function picture(width: number, height: number) {
  const pixels = random.bytes(width * height * 4);
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 255;
  return canvas(width, height, pixels);
}

const topOf = ({ height }: MadeCanvas) => Math.floor(height / 2);
const lower = (made: MadeCanvas) => ({
  x: 0,
  y: topOf(made),
  width: made.width,
  height: made.height - topOf(made),
});

function inverted(made: MadeCanvas): Uint8Array {
  const pixels = made.pixels.slice();
  for (let i = topOf(made) * made.width * 4; i < pixels.length; i++)
    if (i % 4 !== 3) pixels[i] = 255 - (pixels[i] as number);
  return pixels;
}

/** `getImageData` named other rows than it should: `is` is given the first, and how many more or fewer. */
const named =
  (is: (first: number, more: number) => boolean): Recognise =>
  ({ problem }: Finding) =>
    problem.kind === 'canvas-rect' &&
    problem.found !== null &&
    problem.found.width === problem.expected.width &&
    is(problem.found.y - problem.expected.y, problem.found.height - problem.expected.height);

const putAt = (row: number | null): Recognise => {
  return ({ call: made }) => {
    if (made === null) return false;
    const puts = canvasRecordOf(made).calls.filter((each) => each.operation === 'putImageData');
    return row === null ? puts.length === 0 : puts.some(({ rect }) => rect.y === row);
  };
};

export const exercise = defineExercise({
  // The post's picture first: it is the one that the feedback speaks of.
  probes: [
    call('invert', picture(327, 125)),
    call('invert', picture(4, 6)),
    call('invert', picture(3, 1)),
    call('invert', picture(2, 7)),
  ],

  checks: {
    rows: {
      judge: everyCall(takesPixels(lower)),
      mistakes: {
        'too-many': named((first, more) => first === 0 && more > 0),
        whole: named((first, more) => first < 0 && more === -first),
        'last-row': named((first, more) => first === 0 && more === -1),
        'middle-row': named((first, more) => first === 1 && more === -1),
      },
    },
    inverted: {
      judge: everyCall(
        leavesPixels(inverted, { rows: (made) => ({ start: topOf(made), end: made.height }) }),
      ),
      mistakes: {
        vanished: ({ problem }) => problem.kind === 'pixels' && problem.found[3] === 0,
        'not-put': putAt(null),
        'at-top': putAt(0),
      },
    },
    upper: {
      judge: everyCall(
        leavesPixels(({ pixels }) => pixels, { rows: (made) => ({ start: 0, end: topOf(made) }) }),
      ),
    },
    alpha: {
      judge: everyCall(writesNoAlpha()),
      mistakes: { 'writes-alpha': ({ problem }) => problem.kind === 'access' },
    },
  },

  words: {
    en: {
      checks: {
        rows: 'Takes the rows from the middle to the last one, and no others',
        inverted: 'Inverts these rows, on the canvas',
        upper: 'Leaves the upper half as it was',
        alpha: 'Writes no alpha',
      },
      mistakes: {
        'too-many': {
          why: 'You read 20,274 pixels that do not exist: of 125 rows from row 62 on, 62 lie below the canvas.',
          next: 'Ask for as many rows as are left: the height minus the first row.',
        },
        whole: {
          why: 'You took the upper half along, 62 rows that are none of this task.',
          next: 'Let `getImageData` begin at the middle row.',
        },
        'last-row': {
          why: 'One row is missing at the bottom. Half of 125 is 62.5, a canvas drops the fraction, and 62 + 62 is 124.',
          next: 'Round the first row down, and subtract it from the height.',
        },
        'middle-row': {
          why: 'You begin one row too low: 62.5 was rounded up, and row 62 is in neither half.',
          next: 'Round down.',
        },
        vanished: {
          why: 'The picture vanished: with the colours you inverted alpha, and 255 − 255 = 0 is a pixel nobody can see.',
          next: 'Leave every fourth byte alone.',
        },
        'not-put': {
          why: 'The bytes are inverted, and the canvas does not know: `getImageData` gave you a copy.',
          next: 'Put it back with `putImageData`.',
        },
        'at-top': {
          why: 'The inverted rows were put at the top of the canvas. An ImageData does not know where it came from.',
          next: 'Give `putImageData` the row that you took it from.',
        },
        'writes-alpha': {
          why: 'The picture is right. But you write alpha as well, a fourth of all writes, and it was 255 already.',
          next: 'Write red, green and blue only.',
        },
      },
    },
    ko: {
      checks: {
        rows: '가운데 행부터 마지막 행까지만 가져옵니다',
        inverted: '그 행들을 캔버스에서 반전합니다',
        upper: '위쪽 절반을 그대로 둡니다',
        alpha: '알파에 쓰지 않습니다',
      },
      mistakes: {
        'too-many': {
          why: '없는 픽셀 20,274개를 읽었습니다. 62행부터 센 125개 행 가운데 62개는 캔버스 아래에 있습니다.',
          next: '남은 만큼, 곧 높이에서 첫 행을 뺀 만큼 달라고 하세요.',
        },
        whole: {
          why: '위쪽 절반까지, 이 문제와 상관없는 행 62개를 가져왔습니다.',
          next: '`getImageData`가 가운데 행에서 시작하게 하세요.',
        },
        'last-row': {
          why: '맨 아래의 한 행이 빠졌습니다. 125의 반은 62.5이고 캔버스는 소수부를 버립니다. 62 + 62는 124입니다.',
          next: '첫 행을 내림하고, 그것을 높이에서 빼세요.',
        },
        'middle-row': {
          why: '한 행 아래에서 시작했습니다. 62.5를 올림해서 62행이 어느 절반에도 들지 않습니다.',
          next: '내림하세요.',
        },
        vanished: {
          why: '그림이 사라졌습니다. 색과 함께 알파까지 반전했고, 255 − 255 = 0은 아무도 볼 수 없는 픽셀입니다.',
          next: '네 번째 바이트마다 건드리지 말고 넘어가세요.',
        },
        'not-put': {
          why: '바이트는 반전되었지만 캔버스는 모릅니다. `getImageData`가 준 것은 사본입니다.',
          next: '`putImageData`로 되돌려 넣으세요.',
        },
        'at-top': {
          why: '반전한 행을 캔버스의 맨 위에 넣었습니다. ImageData는 자기가 어디서 왔는지 모릅니다.',
          next: '`putImageData`에 가져온 행을 주세요.',
        },
        'writes-alpha': {
          why: '그림은 맞습니다. 하지만 알파에도 썼습니다. 쓰기의 4분의 1인데, 알파는 이미 255였습니다.',
          next: '빨강, 초록, 파랑에만 쓰세요.',
        },
      },
    },
  },
});
