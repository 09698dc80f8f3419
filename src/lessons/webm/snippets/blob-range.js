const letters = new Blob(['abcdefghij']);
const url = URL.createObjectURL(letters);

const headers = { Range: 'bytes=2-4' };
const part = await fetch(url, { headers });
console.log(part.status);
console.log(await part.text());

URL.revokeObjectURL(url);
