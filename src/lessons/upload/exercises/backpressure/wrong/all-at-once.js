async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  const starts = [];
  for (let offset = 0; offset < file.size; offset += 102400) starts.push(offset);
  const parts = await Promise.all(
    starts.map((offset) => file.slice(offset, offset + 102400).arrayBuffer()),
  );
  await Promise.all(
    parts.map((bytes, i) => socket.emitWithAck('chunk', { id, offset: starts[i] }, bytes)),
  );
  await socket.emitWithAck('done', { id });
}
