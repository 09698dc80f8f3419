async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  const parts = [];
  for (let offset = 0; offset < file.size; offset += 102400)
    parts.push({ offset, bytes: await file.slice(offset, offset + 102400).arrayBuffer() });
  const inFlight = new Set();
  for (const { offset, bytes } of parts) {
    while (inFlight.size === 2) await Promise.race(inFlight);
    const sending = socket.emitWithAck('chunk', { id, offset }, bytes);
    inFlight.add(sending);
    sending.then(() => inFlight.delete(sending));
  }
  await Promise.all(inFlight);
  await socket.emitWithAck('done', { id });
}
