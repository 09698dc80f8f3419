const chunkSize = 1024 * 100;

console.log(chunkSize, 'bytes');
console.log(chunkSize / 1024, 'KiB');
console.log(chunkSize / 1000, 'kB');
