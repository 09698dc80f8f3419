const img = document.querySelector('img');
img.src = URL.createObjectURL(controls.picture);
await img.decode();
URL.revokeObjectURL(img.src);

console.log('width', img.width);
console.log('naturalWidth', img.naturalWidth);
