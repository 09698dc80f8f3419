// Without bits: walk round the circle.
const toInt8 = (n) => ((((n + 128) % 256) + 256) % 256) - 128;
