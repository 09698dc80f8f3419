// Wrong: the two bytes in the middle stay.
const swap32 = (n) => ((n << 24) | (n & 0x00ffff00) | (n >>> 24)) >>> 0;

function swapAll(numbers) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = swap32(numbers[i]);
}
