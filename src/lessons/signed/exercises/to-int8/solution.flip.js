// The top bit flipped: 0 to 255 has turned into what is 128 too large.
const toInt8 = (n) => ((n & 255) ^ 128) - 128;
