const toInt8 = (n) => Int8Array.of(n)[0];
