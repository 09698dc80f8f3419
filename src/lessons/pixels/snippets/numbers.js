const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');
ctx.fillRect(0, 0, 20, 10);

function ask(...rect) {
  try {
    const { width, height } = ctx.getImageData(...rect);
    console.log(rect.join(' '), 'gives', width, height);
  } catch (error) {
    console.log(rect.join(' '), 'throws', error.name);
  }
}

ask(0, 2.9, 4, 2.9);
ask(0, 0, -4, 2);
ask(0, 0, 0, 2);
ask(0, NaN, 4, 2);

// Written through: no transform, no globalAlpha.
ctx.scale(2, 2);
ctx.globalAlpha = 0.5;
const white = new ImageData(Uint8ClampedArray.of(255, 255, 255, 255), 1, 1);
ctx.putImageData(white, 1, 1);
console.log([...ctx.getImageData(1, 1, 1, 1).data].join(' '));

canvas.width = 20;
console.log([...ctx.getImageData(1, 1, 1, 1).data].join(' '));
