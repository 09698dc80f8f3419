async function tail(file) {
  return new Uint8Array(file.slice(-4).arrayBuffer());
}
