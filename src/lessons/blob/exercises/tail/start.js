/**
 * @param {File} file
 * @returns {Promise<Uint8Array>} its last four bytes
 */
async function tail(file) {
  const buffer = await file.arrayBuffer();
  return new Uint8Array(buffer).slice(-4);
}

const file = new File([new Uint8Array([9, 8, 7, 6, 5, 4])], 'six.bin');
console.log(await tail(file));
