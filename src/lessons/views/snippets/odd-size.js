const buffer = new ArrayBuffer(18);

const view = new Uint32Array(buffer);
console.log(view.length);
