// A PNG file, up to its width and height.
const file = new Uint8Array(24);
file.set([137, 80, 78, 71, 13, 10, 26, 10], 0);
file.set([0, 0, 0, 13, 73, 72, 68, 82], 8);
file.set([0, 0, 1, 71, 0, 0, 0, 125], 16);

// Wrong: these are not 327 and 125.
const size = new Uint32Array(file.buffer, 16, 2);
console.log(size[0]);
console.log(size[1]);
