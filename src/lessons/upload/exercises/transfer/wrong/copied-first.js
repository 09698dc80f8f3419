async function handOver(worker, file, report) {
  let handed = 0;
  for (let offset = 0; offset < file.size; offset += 102400) {
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    const copy = bytes.slice();
    handed += bytes.byteLength;
    worker.postMessage({ offset, bytes: copy }, [copy]);
    report((handed / file.size) * 100);
  }
}
