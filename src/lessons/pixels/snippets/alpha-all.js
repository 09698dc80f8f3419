const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

// Values from left to right, alpha from top to bottom.
const first = ctx.createImageData(256, 256);
for (let i = 0; i < first.data.length; i++) {
  const pixel = Math.floor(i / 4);
  const isAlpha = i % 4 === 3;
  first.data[i] = isAlpha ? Math.floor(pixel / 256) : pixel % 256;
}

function roundTrip(image) {
  ctx.putImageData(image, 0, 0);
  return ctx.getImageData(0, 0, 256, 256);
}

const second = roundTrip(first);
const third = roundTrip(second);

let changed = 0;
let opaque = 0;
let again = 0;
for (let i = 0; i < first.data.length; i += 4) {
  if (first.data[i] !== second.data[i]) changed++;
  if (first.data[i] !== second.data[i] && first.data[i + 3] === 255) opaque++;
  if (second.data[i] !== third.data[i]) again++;
}
console.log(changed, 'of 65536 have changed');
console.log(opaque, 'of them opaque');
console.log(again, 'on a second trip');
