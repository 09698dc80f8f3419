const values = [-1, 128, 255, 256, 300, -128, -129, 2.5, -1.9, NaN, 1e10];

const buffer = new ArrayBuffer(4);
const u8 = new Uint8Array(buffer);
const i8 = new Int8Array(buffer);
const u8c = new Uint8ClampedArray(buffer);
const u16 = new Uint16Array(buffer);
const i16 = new Int16Array(buffer);
const u32 = new Uint32Array(buffer);
const i32 = new Int32Array(buffer);
const views = { u8, i8, u8c, u16, i16, u32, i32 };

const rows = values.map((value) => {
  const row = { value };
  for (const [name, view] of Object.entries(views)) {
    view[0] = value;
    row[name] = view[0];
  }
  return row;
});
console.table(rows);
