// Wrong: | makes it signed again.
const swap32 = (n) => ((n << 24) >>> 0) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24);

function swapAll(numbers) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = swap32(numbers[i]);
}
