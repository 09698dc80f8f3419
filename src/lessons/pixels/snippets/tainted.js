const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const note = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60">
  <foreignObject width="240" height="60">
    <p xmlns="http://www.w3.org/1999/xhtml">A page in a picture</p>
  </foreignObject>
</svg>`;

const img = new Image();
img.src = URL.createObjectURL(new Blob([note], { type: 'image/svg+xml' }));
await img.decode();
URL.revokeObjectURL(img.src);

ctx.drawImage(img, 0, 0);
console.log('drawn');

try {
  ctx.getImageData(0, 0, 1, 1);
  console.log('read');
} catch (error) {
  console.log(error.name);
}
