const swap32 = (n) => ((n << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;

function swapAll(numbers) {
  for (let number of numbers) number = swap32(number);
}
