/**
 * @param {DataView} view a file
 * @returns {number | null} bytes 4 to 7, null if it is no TIFF
 */
function firstEntry(view) {
  /* TODO */
}

const file = Uint8Array.of(73, 73, 42, 0, 8, 0, 0, 0);
console.log(firstEntry(new DataView(file.buffer)));
