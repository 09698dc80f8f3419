async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  let next = 0;
  while (next < file.size) {
    const bytes = await file.slice(next, next + 102400).arrayBuffer();
    ({ next } = await socket.emitWithAck('chunk', { id, offset: next }, bytes));
  }
  await socket.emitWithAck('done', { id });
}
