const ask = (socket, event, ...args) =>
  new Promise((resolve) => socket.emit(event, ...args, resolve));

async function upload(socket, file, report) {
  const { id } = await ask(socket, 'start', { name: file.name, size: file.size });
  let sent = 0;
  for (let offset = 0; offset < file.size; offset += 102400) {
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    await ask(socket, 'chunk', { id, offset }, bytes);
    sent += bytes.byteLength;
    report(Number(((sent / file.size) * 100).toFixed(2)));
  }
  await ask(socket, 'done', { id });
  if (sent === 0) report(100);
}
