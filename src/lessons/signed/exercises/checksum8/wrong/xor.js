const checksum8 = (bytes) => bytes.reduce((sum, byte) => sum ^ byte, 0);
