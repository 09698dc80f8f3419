// The header of a WAV file: one channel,
// 44,100 samples a second, 16 bits each.
const wav = new Uint8Array(44);
wav.set([82, 73, 70, 70, 36, 0, 0, 0]);
wav.set([87, 65, 86, 69], 8);
wav.set([102, 109, 116, 32, 16, 0, 0, 0], 12);
wav.set([1, 0, 1, 0, 68, 172, 0, 0], 20);
wav.set([136, 88, 1, 0, 2, 0, 16, 0], 28);
wav.set([100, 97, 116, 97], 36);
const view = new DataView(wav.buffer);

// Wrong: this is big-endian.
console.log(view.getUint16(22));
console.log(view.getUint32(24));
console.log(view.getUint16(34));

// Right: WAV is little-endian.
console.log(view.getUint16(22, true));
console.log(view.getUint32(24, true));
console.log(view.getUint16(34, true));
