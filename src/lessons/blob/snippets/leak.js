for (let i = 1; i <= 3; i++) {
  const photo = new Blob(['x'.repeat(250_000)], { type: 'image/png' });
  const url = URL.createObjectURL(photo);
  console.log(i, url.slice(0, 5));
}
