async function tail(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return bytes.subarray(Math.max(0, bytes.length - 4));
}
