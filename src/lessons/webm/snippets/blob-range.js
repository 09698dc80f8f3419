const letters = new Blob(['abcdefghij']);
const url = URL.createObjectURL(letters);

const headers = { Range: 'bytes=2-4' };
const response = await fetch(url, { headers });
console.log(response.status);
console.log(await response.text());

URL.revokeObjectURL(url);
