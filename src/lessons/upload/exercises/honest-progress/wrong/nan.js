async function upload(socket, file, report) {
  const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });
  let next = 0;
  do {
    const bytes = await file.slice(next, next + 102400).arrayBuffer();
    if (bytes.byteLength > 0)
      ({ next } = await socket.emitWithAck('chunk', { id, offset: next }, bytes));
    report((next / file.size) * 100);
  } while (next < file.size);
  await socket.emitWithAck('done', { id });
}
