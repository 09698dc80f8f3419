const toInt8 = (n) => (n ^ 128) - 128;
