const file = new File([new Uint8Array(250000)], 'photo.raw');
const bytes = await file.slice(0, 102400).arrayBuffer();

const copied = structuredClone(bytes);
console.log(bytes.byteLength, copied.byteLength);

const moved = structuredClone(bytes, { transfer: [bytes] });
console.log(bytes.byteLength, moved.byteLength);
console.log(bytes.detached);
