const CHUNK = 1024 * 100;

/**
 * @param socket a connection to the lab’s room /upload
 * @param {File} file
 */
async function upload(socket, file) {
  let resume;
  for (;;) {
    try {
      const head = { name: file.name, size: file.size, resume };
      const { id, next } = await socket.emitWithAck('start', head);
      resume = id;

      let offset = next;
      while (offset < file.size) {
        const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
        await socket.emitWithAck('chunk', { id, offset }, bytes);
        offset += CHUNK;
      }

      return await socket.emitWithAck('done', { id });
    } catch {
      // Lost. The socket connects again by itself,
      // and what you emit waits until it has.
    }
  }
}

console.log('Check calls upload, with files and a lab of its own.');
