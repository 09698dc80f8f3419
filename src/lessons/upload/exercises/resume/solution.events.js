function upload(socket, file) {
  return new Promise((resolve) => {
    let known = {};
    async function go() {
      const { id, next } = await socket.emitWithAck('start', {
        name: file.name,
        size: file.size,
        ...known,
      });
      known = { resume: id };
      for (let at = next; at < file.size;) {
        const bytes = await file.slice(at, at + 102400).arrayBuffer();
        ({ next: at } = await socket.emitWithAck('chunk', { id, offset: at }, bytes));
      }
      resolve(await socket.emitWithAck('done', { id }));
    }
    socket.on('connect', () => go().catch(() => {}));
    go().catch(() => {});
  });
}
