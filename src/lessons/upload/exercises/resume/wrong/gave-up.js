async function upload(socket, file) {
  try {
    const { id, next } = await socket.emitWithAck('start', { name: file.name, size: file.size });
    for (let offset = next; offset < file.size; offset += 102400) {
      const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
      await socket.emitWithAck('chunk', { id, offset }, bytes);
    }
    await socket.emitWithAck('done', { id });
  } catch (error) {
    console.log(error.message);
  }
}
