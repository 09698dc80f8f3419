async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  const send = async (offset) => {
    if (offset >= file.size) return;
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    await socket.emitWithAck('chunk', { id, offset }, bytes);
  };
  for (let offset = 0; offset < file.size; offset += 2 * 102400) {
    const first = send(offset);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([first, send(offset + 102400)]);
  }
  await socket.emitWithAck('done', { id });
}
