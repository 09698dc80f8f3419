const bytes = new Uint8Array(4);

bytes[0] = '12';
bytes[1] = 'twelve';
bytes[2] = undefined;
bytes[3] = NaN;

console.log(bytes);
