async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  let offset = 0;
  let inFlight = 0;
  let isReading = false;

  await new Promise((resolve) => {
    async function pump() {
      if (isReading) return;
      isReading = true;
      while (inFlight < 2 && offset < file.size) {
        const start = offset;
        offset += 102400;
        const bytes = await file.slice(start, offset).arrayBuffer();
        inFlight++;
        socket.emit('chunk', { id, offset: start }, bytes, () => {
          inFlight--;
          pump();
        });
      }
      isReading = false;
      if (inFlight === 0 && offset >= file.size) resolve();
    }
    pump();
  });
  await socket.emitWithAck('done', { id });
}
