function middle(buffer) {
  const firstThree = new Uint32Array(buffer, 0, 3);
  return firstThree.subarray(1);
}

const buffer = new ArrayBuffer(16);
console.log(middle(buffer));
