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

async function show(photos) {
  const sizes = [];
  for (const photo of photos) {
    const picture = new Picture();
    const url = URL.createObjectURL(new Blob([photo]));
    picture.src = url;
    URL.revokeObjectURL(url);
    try {
      await picture.decode();
      sizes.push(picture.size);
    } catch {
      sizes.push(null);
    }
  }
  return sizes;
}
