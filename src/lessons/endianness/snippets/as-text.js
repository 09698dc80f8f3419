const encoder = new TextEncoder();
const bytes = encoder.encode('12345678');
console.log(bytes.length);

const text = new TextDecoder().decode(bytes);
console.log(Number(text));
