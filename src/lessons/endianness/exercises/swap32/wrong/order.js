const swap32 = (n) => ((n << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;

const swapAll = (numbers) => numbers.reverse();
