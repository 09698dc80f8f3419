// The places of one file.
function describe(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    codec: String.fromCharCode(...bytes.subarray(289, 294)),
    width: view.getUint16(309),
    height: view.getUint8(313),
    seconds: (view.getFloat64(238) * 1000000) / 1e9,
  };
}
