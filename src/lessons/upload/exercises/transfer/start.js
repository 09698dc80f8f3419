const CHUNK = 1024 * 100;

/**
 * @param worker takes { offset, bytes }, and uploads them
 * @param {File} file
 * @param {(percent: number) => void} report shows how much is handed over
 */
async function handOver(worker, file, report) {
  let handed = 0;

  for (let offset = 0; offset < file.size; offset += CHUNK) {
    const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
    worker.postMessage({ offset, bytes });
    handed += bytes.byteLength;
    report((handed / file.size) * 100);
  }
}

console.log('Check calls handOver, with files and a Worker of its own.');
