const blob = new Blob(['found by its address']);

const url = URL.createObjectURL(blob);
console.log(url.slice(0, 5));

const answer = await fetch(url);
console.log(await answer.text());

URL.revokeObjectURL(url);
try {
  await fetch(url);
} catch (error) {
  console.log(error.name);
}
