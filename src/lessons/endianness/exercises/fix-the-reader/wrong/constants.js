const readFormat = () => ({ channels: 1, rate: 44100, bits: 16 });
