async function tail(file) {
  let last = new Uint8Array(0);
  const reader = file.stream().getReader();
  for (let turn = await reader.read(); !turn.done; turn = await reader.read()) {
    last = Uint8Array.from([...last, ...turn.value.slice(-4)]).slice(-4);
  }
  return last;
}
