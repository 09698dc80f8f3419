const blob = new Blob(['price: 5 €']);
const reader = new FileReader();

for (const name of ['loadstart', 'progress', 'load', 'loadend']) {
  reader.addEventListener(name, () => console.log(name, reader.readyState));
}
reader.readAsText(blob);

try {
  reader.readAsArrayBuffer(blob);
} catch (error) {
  console.log(error.name);
}

await new Promise((resolve) => reader.addEventListener('loadend', resolve));
console.log(reader.result);
