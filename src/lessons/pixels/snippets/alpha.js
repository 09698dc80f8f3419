const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

function roundTrip(red, green, blue, alpha) {
  const image = ctx.createImageData(1, 1);
  image.data.set([red, green, blue, alpha]);
  ctx.putImageData(image, 0, 0);
  return [...ctx.getImageData(0, 0, 1, 1).data].join(' ');
}

console.log(roundTrip(40, 90, 200, 255));
console.log(roundTrip(40, 90, 200, 5));
console.log(roundTrip(200, 100, 50, 1));
console.log(roundTrip(255, 255, 255, 0));
