const view = new DataView(new ArrayBuffer(1));

function toInt8(n) {
  view.setInt8(0, n);
  return view.getInt8(0);
}
