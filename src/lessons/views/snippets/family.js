function chain(object) {
  const names = [];
  let proto = Object.getPrototypeOf(object);
  while (proto !== null) {
    names.push(proto.constructor.name);
    proto = Object.getPrototypeOf(proto);
  }
  return names.join(' > ');
}

const bytes = new Uint8Array(4);
const view = new DataView(bytes.buffer);

console.log(chain(bytes));
console.log(chain(view));
console.log(bytes instanceof DataView);
console.log(typeof TypedArray);

console.log(ArrayBuffer.isView(bytes));
console.log(ArrayBuffer.isView(view));
