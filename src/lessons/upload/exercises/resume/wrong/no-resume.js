async function upload(socket, file) {
  let offset = 0;
  for (;;) {
    try {
      const { id, next } = await socket.emitWithAck('start', { name: file.name, size: file.size });
      while (offset < file.size) {
        const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
        await socket.emitWithAck('chunk', { id, offset }, bytes);
        offset += 102400;
      }
      return await socket.emitWithAck('done', { id });
    } catch {
      // Again.
    }
  }
}
