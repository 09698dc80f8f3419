const CHUNK = 1024 * 100;

/**
 * @param socket a connection to the lab’s room /upload
 * @param {File} file
 */
async function upload(socket, file) {
  const head = { name: file.name, size: file.size };
  const { id } = await socket.emitWithAck('start', head);

  const inFlight = new Set();
  for (let offset = 0; offset < file.size; offset += CHUNK) {
    while (inFlight.size === 2) await Promise.race(inFlight);
    const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
    const sending = socket.emitWithAck('chunk', { id, offset }, bytes);
    inFlight.add(sending);
    sending.then(() => inFlight.delete(sending));
  }

  await Promise.all(inFlight);
  await socket.emitWithAck('done', { id });
}

console.log('Check calls upload, with files and a lab of its own.');
