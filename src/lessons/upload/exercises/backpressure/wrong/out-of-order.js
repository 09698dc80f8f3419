async function upload(socket, file) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  const middle = Math.ceil(file.size / 2 / 102400) * 102400;
  const lane = async (start, end) => {
    for (let offset = start; offset < end; offset += 102400) {
      const bytes = await file.slice(offset, Math.min(offset + 102400, end)).arrayBuffer();
      await socket.emitWithAck('chunk', { id, offset }, bytes);
    }
  };
  await Promise.all([lane(0, middle), lane(middle, file.size)]);
  await socket.emitWithAck('done', { id });
}
