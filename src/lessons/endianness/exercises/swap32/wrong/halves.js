const swap32 = (n) => ((n << 16) | (n >>> 16)) >>> 0;

function swapAll(numbers) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = swap32(numbers[i]);
}
