function bits(n) {
  return n.toString(2).padStart(9, '0');
}

// On in both
console.log(bits(300));
console.log(bits(255));
console.log(bits(300 & 255));

// Wrapped, or not
console.log(300 & 255, -1 & 255);
console.log(-1 % 256);

// The top bit flipped
console.log(200 ^ 128, 72 ^ 128);
