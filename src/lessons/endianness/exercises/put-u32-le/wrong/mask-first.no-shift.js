function putU32LE(bytes, at, value) {
  bytes[at] = value & 0xff;
  bytes[at + 1] = value & 0xff00;
  bytes[at + 2] = value & 0xff0000;
  bytes[at + 3] = value & 0xff000000;
}
