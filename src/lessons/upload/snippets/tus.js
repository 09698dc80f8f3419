const zeros = new Uint8Array(250000);
const file = new File([zeros], 'photo.raw');

function ask(method, address, more, body) {
  const version = { 'Tus-Resumable': '1.0.0' };
  const headers = { ...version, ...more };
  return fetch(address, { method, headers, body });
}

// start: the lab gives the upload an address.
const size = { 'Upload-Length': `${file.size}` };
const made = await ask('POST', '/tus/', size);
const place = made.headers.get('Location');

// chunk: bytes, with their offset.
async function send(start, end) {
  const said = {
    'Upload-Offset': `${start}`,
    'Content-Type': 'application/offset+octet-stream',
  };
  const part = file.slice(start, end);
  return ask('PATCH', place, said, part);
}

await send(0, 204800);

// After a loss: where to go on?
const head = await ask('HEAD', place);
const next = Number(head.headers.get('Upload-Offset'));
console.log('The lab wants', next);

const last = await send(next, file.size);
console.log(last.headers.get('Upload-Offset'));
console.log(last.headers.get('Lab-Sha256'));
