async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  const all = await file.arrayBuffer();
  const inFlight = new Set();
  for (let offset = 0; offset < file.size; offset += 102400) {
    while (inFlight.size === 2) await Promise.race(inFlight);
    const sending = socket.emitWithAck('chunk', { id, offset }, all.slice(offset, offset + 102400));
    inFlight.add(sending);
    sending.then(() => inFlight.delete(sending));
  }
  await Promise.all(inFlight);
  await socket.emitWithAck('done', { id });
}
