/**
 * @param {File} file
 * @returns {Promise<Uint8Array>} its last four bytes
 */
async function tail(file) {
  const last = file.slice(-4);
  return new Uint8Array(await last.arrayBuffer());
}

const file = new File([new Uint8Array([9, 8, 7, 6, 5, 4])], 'six.bin');
console.log(await tail(file));
