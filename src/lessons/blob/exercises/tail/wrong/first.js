async function tail(file) {
  return new Uint8Array(await file.slice(0, 4).arrayBuffer());
}
