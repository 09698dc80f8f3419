// The header of a WAV file: one channel,
// 44,100 samples a second, 16 bits each.
const wav = new Uint8Array(44);
wav.set([82, 73, 70, 70, 36, 0, 0, 0]);
wav.set([87, 65, 86, 69], 8);
wav.set([102, 109, 116, 32, 16, 0, 0, 0], 12);
wav.set([1, 0, 1, 0, 68, 172, 0, 0], 20);
wav.set([136, 88, 1, 0, 2, 0, 16, 0], 28);
wav.set([100, 97, 116, 97], 36);

/**
 * @param {DataView} view a WAV file
 * @returns {{ channels: number, rate: number, bits: number }}
 */
function readFormat(view) {
  return {
    channels: view.getUint16(22, true),
    rate: view.getUint32(24, true),
    bits: view.getUint16(34, true),
  };
}

console.log(readFormat(new DataView(wav.buffer)));
