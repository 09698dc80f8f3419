const scores = new Uint8Array([1, 2, 3]);

const upload = new Blob(scores);
console.log(upload.size);

const received = new Uint8Array(await upload.arrayBuffer());
console.log(received);
