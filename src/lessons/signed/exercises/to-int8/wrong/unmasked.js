const toInt8 = (n) => (n > 127 ? n - 256 : n);
