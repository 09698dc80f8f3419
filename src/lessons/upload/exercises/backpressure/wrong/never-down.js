async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  let offset = 0;
  let inFlight = 0;
  await new Promise((resolve) => {
    const pump = async () => {
      while (inFlight < 2 && offset < file.size) {
        const start = offset;
        offset += 102400;
        inFlight++;
        const bytes = await file.slice(start, offset).arrayBuffer();
        socket.emit('chunk', { id, offset: start }, bytes, pump);
      }
      if (inFlight === 0) resolve();
    };
    pump();
  });
  await socket.emitWithAck('done', { id });
}
