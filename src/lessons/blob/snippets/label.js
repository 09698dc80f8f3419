// A picture of one red pixel: a PNG of 69 bytes.
const png = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  ),
  (letter) => letter.charCodeAt(0),
);

const mislabelled = new Blob([png], { type: 'text/html' });
const picture = await createImageBitmap(mislabelled);
console.log(mislabelled.type, picture.width, picture.height);

console.log(`type: "${new Blob([], { type: 'téxt/plain' }).type}"`);
