console.log(0xff << 24);
console.log((0xff << 24) >>> 0);
