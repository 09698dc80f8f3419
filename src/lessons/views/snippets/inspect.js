const buffer = new ArrayBuffer(16);
const view = new DataView(buffer, 4, 8);
const ints = new Int32Array(buffer, 4, 2);

const properties = [
  // Add others, if you like.
  'buffer',
  'byteOffset',
  'byteLength',
  'length',
  'BYTES_PER_ELEMENT',
];
const inspect = (property) => ({
  property,
  DataView: view[property],
  Int32Array: ints[property],
});
console.table(properties.map(inspect));

// Put another number here.
view.setFloat32(0, 1.5);

const types = [
  // A get method for each
  'Int8',
  'Uint8',
  'Int16',
  'Uint16',
  'Int32',
  'Uint32',
  'Float32',
  'Float64',
];
const read = (type) => ({
  call: `get${type}(0)`,
  finds: view[`get${type}`](0),
});
console.table(types.map(read));
