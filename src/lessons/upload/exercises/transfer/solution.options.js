async function handOver(worker, file, report) {
  let handed = 0;
  while (handed < file.size) {
    const part = { offset: handed, bytes: await file.slice(handed, handed + 102400).arrayBuffer() };
    handed += part.bytes.byteLength;
    worker.postMessage(part, { transfer: [part.bytes] });
    report((handed / file.size) * 100);
  }
}
