// A PNG file, up to its width and height.
const png = new Uint8Array(24);
png.set([137, 80, 78, 71, 13, 10, 26, 10]);
png.set([0, 0, 0, 13, 73, 72, 68, 82], 8);
png.set([0, 0, 1, 71, 0, 0, 0, 125], 16);

// Wrong: these are not 327 and 125.
const size = new Uint32Array(png.buffer, 16);
console.log(size[0]);
console.log(size[1]);
