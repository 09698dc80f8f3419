// A simulation: what a big-endian machine
// would find in new Uint32Array(buffer)[0].
function onBigEndianHost(buffer) {
  return new DataView(buffer).getUint32(0);
}

// In this machine's order, unannounced.
const raw = new Uint32Array([12345678]);
console.log(onBigEndianHost(raw.buffer));

// In an agreed order: big-endian.
const buffer = new ArrayBuffer(4);
const agreed = new DataView(buffer);
agreed.setUint32(0, 12345678);
console.log(onBigEndianHost(buffer));
console.log(agreed.getUint32(0));
