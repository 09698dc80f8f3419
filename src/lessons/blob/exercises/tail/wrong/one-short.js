async function tail(file) {
  return new Uint8Array(await file.slice(-4, -1).arrayBuffer());
}
