const values = [
  // Put numbers of your own here.
  -1, 128, 256, 300, -129, 2.5, 1e10,
];

const buffer = new ArrayBuffer(4);
const u8 = new Uint8Array(buffer);
const i8 = new Int8Array(buffer);
const u8c = new Uint8ClampedArray(buffer);
const u16 = new Uint16Array(buffer);
const i16 = new Int16Array(buffer);
const u32 = new Uint32Array(buffer);
const i32 = new Int32Array(buffer);

const views = {
  u8,
  i8,
  u8c,
  u16,
  i16,
  u32,
  i32,
};

const rows = values.map((value) => {
  const row = { value };
  for (const name in views) {
    views[name][0] = value;
    row[name] = views[name][0];
  }
  return row;
});
console.table(rows);
