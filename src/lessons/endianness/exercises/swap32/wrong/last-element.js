const swap32 = (n) => ((n << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;

function swapAll(numbers) {
  for (let i = 0; i < numbers.length - 1; i++) numbers[i] = swap32(numbers[i]);
}
