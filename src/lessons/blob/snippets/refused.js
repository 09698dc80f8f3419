const tryOut = (what, part) => {
  try {
    console.log(what, new Blob([part]).size);
  } catch (error) {
    console.log(what, error.name);
  }
};

tryOut('fixed', new ArrayBuffer(4));
tryOut('resizable', new ArrayBuffer(4, { maxByteLength: 8 }));

const growing = new Uint8Array(new ArrayBuffer(4, { maxByteLength: 8 }));
tryOut('its copy', growing.slice());
