// 0 to 255
const uint8View = new Uint8Array(2);
uint8View[0] = 0;
uint8View[1] = 255;
console.log(uint8View);

// Post: -127 to 128. Right: -128 to 127.
const int8View = new Int8Array(3);
int8View[0] = -128;
int8View[1] = 127;
int8View[2] = 128; // Wrong: no Int8 is 128.
console.log(int8View);

// 0 to 65535
const uint16View = new Uint16Array(1);
uint16View[0] = 65535;
console.log(uint16View);
