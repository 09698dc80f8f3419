async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  let older = null;
  let newer = null;
  for (let offset = 0; offset < file.size; offset += 102400) {
    await older;
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    older = newer;
    newer = socket.emitWithAck('chunk', { id, offset }, bytes);
  }
  await older;
  await newer;
  await socket.emitWithAck('done', { id });
}
