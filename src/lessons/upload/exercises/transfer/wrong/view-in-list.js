async function handOver(worker, file, report) {
  let handed = 0;
  for (let offset = 0; offset < file.size; offset += 102400) {
    const bytes = await file.slice(offset, offset + 102400).arrayBuffer();
    const view = new Uint8Array(bytes);
    handed += view.length;
    worker.postMessage({ offset, bytes: view }, [view]);
    report((handed / file.size) * 100);
  }
}
