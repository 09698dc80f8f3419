const middle = (buffer) => new Uint32Array(buffer, 4);
