const headers = { Range: 'bytes=209-245' };
const address = '/media/pattern-vp8.webm';
const response = await fetch(address, { headers });
const buffer = await response.arrayBuffer();
const info = new DataView(buffer);

// 2a d7 b1 | 83 | 0f 42 40
const high = info.getUint8(9);
const scale = high * 65536 + info.getUint16(10);
// 44 89 | 88 | 40 af 40 00 00 00 00 00
const duration = info.getFloat64(29);

console.log(scale, 'ns');
console.log(duration, 'ticks');
console.log((duration * scale) / 1e9, 's');
