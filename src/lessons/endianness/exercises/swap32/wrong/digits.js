function swap32(n) {
  const digits = n.toString(16).padStart(8, '0');
  return parseInt([...digits].reverse().join(''), 16);
}

function swapAll(numbers) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = swap32(numbers[i]);
}
