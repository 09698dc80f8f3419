const toInt8 = (n) => n & 255;
