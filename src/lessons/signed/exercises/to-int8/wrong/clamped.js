const toInt8 = (n) => Math.max(-128, Math.min(127, n));
