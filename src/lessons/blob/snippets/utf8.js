const text = '가a€😀';
console.log(text.length);

const blob = new Blob(['가', 'a', '€', '😀']);
console.log(blob.size);
console.log((await blob.text()) === text);
