// Up to the top of 32 bits, where the sign is, and back: >> copies the sign.
const toInt8 = (n) => (n << 24) >> 24;
