const blob = new Blob([new Uint8Array([10, 11, 12, 13, 14, 15, 16, 17])], { type: 'image/png' });

const middle = blob.slice(2, 5);
const tail = blob.slice(-3);
const none = blob.slice(-3, 0);
console.log(middle.size, tail.size, none.size);

console.log(new Uint8Array(await tail.arrayBuffer()));

console.log(`type: "${middle.type}"`);
console.log(`type: "${blob.slice(0, 4, 'image/png').type}"`);
