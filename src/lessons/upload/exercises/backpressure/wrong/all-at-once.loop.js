async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  const sendings = [];
  for (let offset = 0; offset < file.size; offset += 102400) {
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    sendings.push(socket.emitWithAck('chunk', { id, offset }, bytes));
  }
  await Promise.all(sendings);
  await socket.emitWithAck('done', { id });
}
