const file = new File(['# Notes'], 'notes.md', { type: 'text/markdown', lastModified: 0 });

console.log(file instanceof Blob);
console.log(file.name, file.size, file.type);
console.log(new Date(file.lastModified).toISOString());

const part = file.slice(0, 1);
console.log(part instanceof File, part instanceof Blob);
