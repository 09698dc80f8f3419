/** The seed's samples S6 and S7, S11 and S15 nearly as written, and the failures that the upload lesson shows. */
import { expect, test } from 'vitest';
import { clientOf, pageLab } from '../../../sandbox/net/labs.fixture';
import { SocketIOFileUpload } from './file-upload';
import { ss } from './streams';

const UPLOAD_HALF = `
io.on('connection', function (socket) {
  var uploader = new siofu();
  uploader.dir = 'uploads';
  uploader.listen(socket);
  uploader.on('saved', function (event) {
    print('saved', event.file.name, event.file.success, fs.statSync('uploads/' + event.file.name).size);
  });
  socket.on('disconnect', function () {
    print('left', fs.readdirSync('uploads').map((name) => name + ' ' + fs.statSync(name).size).join());
  });
});`;

interface Stream {
  on(event: string, listener: (value?: unknown) => void): void;
}
type Said = (string | number)[];

/** Uploads a file with a chunk size; everything that both ends say, in order, until \`until\` is among it. */
async function upload(size: number, chunkSize: number, until: string): Promise<Said[]> {
  const said: Said[] = [];
  let isOver: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (isOver = resolve));
  const say = (...values: unknown[]): void => {
    said.push(values as Said);
    if (values[0] === until) isOver();
  };
  const client = clientOf(await pageLab({}, UPLOAD_HALF, (...values) => say('server', ...values)));
  const socket = client.io.call(undefined, 'http://localhost:9090', { reconnection: false });
  socket.on('disconnect', (reason) => say('disconnect', reason));
  const uploader = new SocketIOFileUpload(socket);
  uploader.chunkSize = chunkSize;
  for (const type of ['start', 'load', 'complete', 'error']) {
    uploader.addEventListener(type, (event) => {
      const { success } = event as { success?: boolean };
      say(type, ...(success === undefined ? [] : [String(success)]));
    });
  }
  uploader.addEventListener('progress', (event) => {
    const { bytesLoaded, file } = event as { bytesLoaded: number; file: File };
    say('progress', ((bytesLoaded / file.size) * 100).toFixed(2));
  });
  socket.on('connect', () => uploader.submitFiles([new File([new Uint8Array(size)], 'a.bin')]));
  await over;
  const all = said.slice();
  client.network.close();
  return all;
}

test('a file in chunks: progress, load, saved, complete', async () => {
  expect(await upload(250_000, 102_400, 'complete')).toEqual([
    ['start'],
    ['progress', '40.96'],
    ['progress', '81.92'],
    ['progress', '100.00'],
    ['load'],
    ['server', 'saved', 'a.bin', true, 250_000],
    ['complete', 'true'],
  ]);
});

test('chunk size 0 and more than a megabyte: 100 % and load, and then nothing was saved', async () => {
  const said = await upload(2_000_000, 0, 'disconnect');
  expect(said.slice(0, 3)).toEqual([['start'], ['progress', '100.00'], ['load']]);
  expect(said).toContainEqual(['disconnect', 'transport close']);
  expect(said).toContainEqual(['server', 'left', 'a.bin 0']);
  expect(said.map(([type]) => type)).not.toContain('complete');
});

test('an empty file is not a number of percent loaded', async () => {
  expect(await upload(0, 102_400, 'complete')).toEqual([
    ['start'],
    ['progress', 'NaN'],
    ['load'],
    ['server', 'saved', 'a.bin', true, 0],
    ['complete', 'true'],
  ]);
});

test('a picture as one buffer inside an object, and a file as a stream', async () => {
  const picture = Uint8Array.from({ length: 150_000 }, (_, i) => i);
  const half = `
    io.on('connection', function (socket) {
      fs.readFile('./lib/img/a.png', function (err, buf) {
        socket.emit('onSocketMsg', { type: 'resultImageData', payload: { buffer: buf } });
      });
      ss(socket).on('onSocketMsg', function (data) {
        var stream = ss.createStream();
        fs.createReadStream('a.png').pipe(stream);
        ss(socket).emit('onSocketMsg', { type: data.type, payload: { stream: stream } });
      });
    });`;
  const client = clientOf(await pageLab({ 'a.png': picture }, half));
  const socket = client.io();
  const image = new Promise<ArrayBuffer>((resolve) => {
    socket.on('onSocketMsg', (data) =>
      resolve((data as { payload: { buffer: ArrayBuffer } }).payload.buffer),
    );
  });
  expect(new Uint8Array(await image)).toEqual(picture);

  const chunks: Uint8Array[] = [];
  await new Promise<void>((resolve) => {
    ss(socket).on('onSocketMsg', (data) => {
      const { stream } = (data as { payload: { stream: Stream } }).payload;
      stream.on('data', (chunk) => chunks.push(chunk as Uint8Array));
      stream.on('end', () => resolve());
    });
    ss(socket).emit('onSocketMsg', { type: 'downloadChunkVideo' });
  });
  expect(chunks.map((chunk) => chunk.length)).toEqual([65_536, 65_536, 18_928]);
  expect(Buffer.concat(chunks).equals(Buffer.from(picture))).toBe(true);
  client.network.close();
});
