const blob = new Blob(['bytes'], { type: 'text/plain' });
const file = new File([blob], 'bytes.txt', { type: 'text/plain', lastModified: 0 });

const properties = ['size', 'type', 'name', 'lastModified'];
const methods = ['slice', 'arrayBuffer', 'text', 'stream'];

console.table(
  properties.map((property) => ({ property, Blob: blob[property], File: file[property] })),
);
console.table(
  methods.map((method) => ({
    method,
    Blob: typeof blob[method],
    File: file[method] === blob[method] ? 'the same' : 'its own',
  })),
);
