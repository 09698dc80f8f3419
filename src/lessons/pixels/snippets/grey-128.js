function luma(r, g, b) {
  return r * 0.299 + g * 0.587 + b * 0.114;
}

function exact(r, g, b) {
  return r * 299 + g * 587 + b * 114;
}

console.log(luma(128, 128, 128));
console.log(exact(128, 128, 128));
console.log(exact(128, 128, 128) >= 128 * 1000);

let missed = 0;
for (let grey = 0; grey < 256; grey++) {
  const back = luma(grey, grey, grey);
  if (back !== grey) missed++;
}
console.log(missed, 'of 256 greys');
