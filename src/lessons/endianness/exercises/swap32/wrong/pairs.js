const swap32 = (n) => (((n & 0x00ff00ff) << 8) | ((n >>> 8) & 0x00ff00ff)) >>> 0;

function swapAll(numbers) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = swap32(numbers[i]);
}
