async function tail(file) {
  return new Uint8Array(await file.slice(-4, 0).arrayBuffer());
}
