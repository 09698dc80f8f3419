const percent = (part, whole) => (whole === 0 ? 100 : (part / whole) * 100);

async function upload(socket, file, report) {
  const ready = await socket.emitWithAck('start', { name: file.name, size: file.size });
  let { next } = ready;
  if (next === file.size) report(percent(next, file.size));
  while (next < file.size) {
    const bytes = await file.slice(next, next + 1024 * 100).arrayBuffer();
    ({ next } = await socket.emitWithAck('chunk', { id: ready.id, offset: next }, bytes));
    report(percent(next, file.size));
  }
  await socket.emitWithAck('done', { id: ready.id });
}
