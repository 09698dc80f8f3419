async function upload(socket, file) {
  let resume;
  let offset = 0;
  for (;;) {
    try {
      const { id, next } = await socket.emitWithAck('start', {
        name: file.name,
        size: file.size,
        resume,
      });
      resume = id;
      while (offset < file.size) {
        const start = offset;
        const bytes = await file.slice(start, start + 102400).arrayBuffer();
        offset += 102400;
        await socket.emitWithAck('chunk', { id, offset: start }, bytes);
      }
      return await socket.emitWithAck('done', { id });
    } catch {
      // Again.
    }
  }
}
