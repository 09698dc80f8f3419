const toInt8 = (n) => n;
