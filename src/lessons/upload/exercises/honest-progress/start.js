const CHUNK = 1024 * 100;

/**
 * @param socket a connection to the lab’s room /upload
 * @param {File} file
 * @param {(percent: number) => void} report shows the progress
 */
async function upload(socket, file, report) {
  const head = { name: file.name, size: file.size };
  const { id } = await socket.emitWithAck('start', head);

  for (let offset = 0; offset < file.size; offset += CHUNK) {
    const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
    const bytesLoaded = offset + bytes.byteLength;
    report((bytesLoaded / file.size) * 100);
    await socket.emitWithAck('chunk', { id, offset }, bytes);
  }

  await socket.emitWithAck('done', { id });
}

console.log('Check calls upload, with files and a lab of its own.');
