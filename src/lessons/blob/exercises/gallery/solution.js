// Stands in for <img>: fetches its picture a moment after src was set.
class Picture {
  #loading = null;

  set src(url) {
    this.#loading = new Promise((resolve) => setTimeout(resolve))
      .then(() => fetch(url))
      .then((answer) => answer.blob());
  }

  async decode() {
    this.size = (await this.#loading).size;
    if (this.size === 0) throw new Error('no picture in it');
  }
}

/**
 * @param {Uint8Array[]} photos
 * @returns {Promise<(number | null)[]>} the size of each, in bytes; null for one that cannot be decoded
 */
async function show(photos) {
  const sizes = [];
  for (const photo of photos) {
    const picture = new Picture();
    const url = URL.createObjectURL(new Blob([photo]));
    picture.src = url;
    try {
      await picture.decode();
      sizes.push(picture.size);
    } catch {
      sizes.push(null);
    } finally {
      URL.revokeObjectURL(url);
    }
  }
  return sizes;
}

const photos = [new Uint8Array([1, 2, 3]), new Uint8Array(0), new Uint8Array([4, 5])];
console.log(await show(photos));
