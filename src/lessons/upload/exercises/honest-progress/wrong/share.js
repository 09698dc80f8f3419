async function upload(socket, file, report) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  for (let offset = 0; offset < file.size; offset += 102400) {
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    const { next } = await socket.emitWithAck('chunk', { id, offset }, bytes);
    report(next / file.size);
  }
  await socket.emitWithAck('done', { id });
  if (file.size === 0) report(100);
}
