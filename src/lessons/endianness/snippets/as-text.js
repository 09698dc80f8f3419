const bytes = new TextEncoder().encode('12345678');
console.log(bytes.length);

const text = new TextDecoder().decode(bytes);
console.log(Number(text));
