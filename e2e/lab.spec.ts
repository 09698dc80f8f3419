/**
 * A program and a lab, through the whole of the sandbox: realm, relay, link, and either the server that sent the page or
 * the lab in the page. The pages come with the site's own policies, so the relay's WebSocket passes them too.
 */
import { expect } from '@playwright/test';
import { CLEAR_LINK, type LinkConditions } from '../src/core/trace/net-log';
import type { Order, Report } from './support/sandbox-harness-types';
import { test } from './attacks/fixtures';

const UPLOAD = `
const file = Uint8Array.from({ length: 200_000 }, (_, i) => i);
const socket = io('/upload');
socket.on('disconnect', (reason) => console.log('disconnect', reason));
const { id, chunkBytes } = await socket.emitWithAck('start', { name: 'a.bin', size: file.length });
for (let offset = 0; offset < file.length; offset += 65_536) {
  await socket.emitWithAck('chunk', { id, offset }, file.subarray(offset, offset + 65_536));
}
const saved = await socket.emitWithAck('done', { id });
console.log(saved.kind, saved.size, saved.sha256.length);
`;

const order = (
  source: string,
  lab: 'server' | 'page',
  more: { conditions?: Partial<LinkConditions>; half?: string; order?: Partial<Order> } = {},
): Order => ({
  ...more.order,
  program: {
    source,
    realm: 'worker',
    goal: 'module',
    network: {
      lab,
      serverHalf: more.half === undefined ? null : { source: more.half, fileName: 'server.js' },
      conditions: { ...CLEAR_LINK, ...more.conditions },
    },
  },
});

for (const lab of ['server', 'page'] as const) {
  test(`an upload to the lab of the ${lab}, with its messages and its steps`, async ({
    driver,
  }) => {
    const report = (await driver.call('run', [order(UPLOAD, lab)])) as Report;
    expect(report.errors).toEqual([]);
    expect(report.outcome).toEqual({ kind: 'finished' });
    expect(report.lines).toEqual(['saved 200000 64']);
    expect(report.net?.lab).toBe(lab);
    const chunks = report.net?.messages.filter(
      ({ name, from }) => name === 'chunk' && from === 'client',
    );
    expect(
      chunks?.map(({ part, fate, byteLength }) => [part?.start, part?.end, fate, byteLength]),
    ).toEqual([
      [0, 65_536, 'arrived', 65_536],
      [65_536, 131_072, 'arrived', 65_536],
      [131_072, 196_608, 'arrived', 65_536],
      [196_608, 200_000, 'arrived', 3392],
    ]);
    const steps = report.net?.messages.map(({ step }) => step) ?? [];
    expect(Math.max(...steps.map((step) => step ?? 0))).toBeLessThanOrEqual(report.traced);
    expect(chunks?.every(({ step }) => (step ?? 0) > 0)).toBe(true);
  });

  test(`a file and a stream of media from the lab of the ${lab}, and a request for them`, async ({
    driver,
    harness,
  }) => {
    const source = `
      const image = await io('/image').emitWithAck('get', { name: 'pattern.png' });
      console.log(image.kind, image.bytes.byteLength, new Uint8Array(image.bytes)[2]);
      const response = await fetch('/media/pattern.png');
      let length = 0;
      for await (const chunk of response.body) length += chunk.length;
      console.log(response.status, length);
      const missing = await fetch('/media/none.png');
      console.log(missing.status, (await missing.text()).length > 0);`;
    const report = (await driver.call('run', [order(source, lab)])) as Report;
    expect(report.outcome).toEqual({ kind: 'finished' });
    expect(report.lines).toEqual([
      `file 100000 ${harness.media[2] ?? 0}`,
      '200 100000',
      '404 true',
    ]);
  });

  test(`a connection to the lab of the ${lab} that is lost on the way, and made again`, async ({
    driver,
  }) => {
    const source = `
      const socket = io('/upload');
      const { id } = await socket.emitWithAck('start', { name: 'a.bin', size: 4 });
      socket.on('disconnect', (reason) => console.log(reason));
      try { await socket.emitWithAck('chunk', { id, offset: 0 }, new Uint8Array(4)); }
      catch (error) { console.log(error.message); }
      socket.once('connect', () => console.log('again'));`;
    const report = (await driver.call('run', [
      order(source, lab, { conditions: { dropAfter: 1 }, order: { untilLine: 'again' } }),
    ])) as Report;
    expect([...report.lines].sort()).toEqual([
      'again',
      'socket has been disconnected',
      'transport close',
    ]);
    const lost = report.net?.messages.filter(({ fate }) => fate === 'lost').map(({ name }) => name);
    expect(lost).toEqual(['chunk']);
  });
}

test('a server half of the reader’s own, with its console and its errors by their lines', async ({
  driver,
}) => {
  const half = `io.of('/echo').on('connection', (socket) => {
  console.log('hello', socket.handshake.auth.name);
  socket.on('double', (bytes, reply) => reply(new Uint8Array(bytes).map((each) => 2 * each)));
  socket.on('break', () => { throw new RangeError('broken'); });
  socket.on('image', (reply) => fs.readFile('./img/pattern.png', (error, bytes) => reply(bytes.length)));
});`;
  const source = `
    const socket = io('http://localhost:9090/echo', { auth: { name: 'me' } });
    const doubled = await socket.emitWithAck('double', Uint8Array.of(1, 2, 3));
    console.log([...new Uint8Array(doubled)].join());
    console.log(await socket.emitWithAck('image'));
    socket.emit('break');
    const other = io('/elsewhere');
    other.on('connect_error', (error) => console.log(error.message));`;
  const report = (await driver.call('run', [
    order(source, 'server', { half, order: { untilLine: 'Invalid namespace', lingerMs: 300 } }),
  ])) as Report;
  expect(report.net?.lab).toBe('page');
  expect(report.lines).toEqual(['2,4,6', '100000', 'Invalid namespace']);
  expect(report.serverLines).toEqual(['hello me']);
  expect(report.serverErrors).toEqual(['RangeError: broken (4)']);
});

test('a server half that does not parse, or ends by an error, is told to both', async ({
  driver,
}) => {
  const source = `io().on('connect_error', (error) => console.log(error.message.slice(0, 28)));`;
  const patience = { untilLine: 'The server half does not run' };
  for (const [half, what] of [
    ['const a = ;', /SyntaxError: .* \(1\)/],
    ['io.on("connection", () => 1);\nnothing();', /ReferenceError: nothing is not defined \(2\)/],
  ] as const) {
    const report = (await driver.call('run', [
      order(source, 'page', { half, order: patience }),
    ])) as Report;
    expect(report.serverErrors).toEqual([expect.stringMatching(what)]);
    expect(report.lines).toEqual(['The server half does not run']);
  }
});

test('a resumable upload by tus goes over fetch to either lab, and by its library, which only a program gets that names it', async ({
  driver,
}) => {
  const source = `
    const version = { 'Tus-Resumable': '1.0.0' };
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i);
    try {
      const made = await fetch('/tus/', { method: 'POST', headers: { ...version, 'Upload-Length': '100000' } });
      const path = made.headers.get('Location');
      console.log(made.status, path.startsWith('/tus/'));
      const patch = (start, end) => fetch(path, {
        method: 'PATCH',
        headers: { ...version, 'Upload-Offset': String(start), 'Content-Type': 'application/offset+octet-stream' },
        body: new Blob([bytes]).slice(start, end),
      });
      console.log((await patch(0, 60_000)).headers.get('Upload-Offset'));
      const head = await fetch(path, { method: 'HEAD', headers: version });
      console.log(head.headers.get('Upload-Offset'));
      console.log((await patch(60_000, 100_000)).headers.get('Lab-Sha256')?.length, 'tus' in globalThis);
    } catch (error) { console.log(error.message); }`;
  for (const lab of ['server', 'page'] as const) {
    const report = (await driver.call('run', [order(source, lab)])) as Report;
    expect(report.lines).toEqual(['201 true', '60000', '60000', '64 false']);
    const parts = report.net?.messages.flatMap(({ part }) => (part === null ? [] : [part]));
    expect(parts?.map(({ says, start, end, size }) => [says, start, end, size])).toEqual([
      ['wanted', 0, 0, 100_000],
      ['sent', 0, 60_000, 100_000],
      ['saved', 0, 60_000, 100_000],
      ['wanted', 60_000, 60_000, 100_000],
      ['sent', 60_000, 100_000, 100_000],
      ['saved', 0, 100_000, 100_000],
    ]);
  }

  const library = `
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i);
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], 'a.bin'));
    const field = document.querySelector('input');
    field.files = chosen.files;
    await new Promise((onSuccess, onError) => {
      const upload = new tus.Upload(field.files[0], {
        endpoint: '/tus/',
        chunkSize: 60_000,
        retryDelays: [0],
        onChunkComplete(length, accepted) {
          console.log(accepted);
          if (accepted === length) upload.abort().then(() => upload.start());
        },
        onSuccess({ lastResponse }) {
          console.log(lastResponse.getHeader('Lab-Sha256').length);
          onSuccess();
        },
        onError,
      });
      upload.start();
    });`;
  for (const lab of ['server', 'page'] as const) {
    const wish = order(library, lab);
    const program = { ...wish.program, realm: 'page', html: '<input type="file">' } as const;
    const report = (await driver.call('run', [{ ...wish, program }])) as Report;
    expect(report.errors).toEqual([]);
    expect(report.lines).toEqual(['60000', '100000', '64']);
  }
});

test('samples S6 and S7 of the seed in a page realm, nearly as written, and their failure', async ({
  driver,
}) => {
  const half = `io.on('connection', function (socket) {
    var uploader = new siofu();
    uploader.dir = 'uploads';
    uploader.listen(socket);
    uploader.on('saved', function (event) { console.log('saved', event.file.name, event.file.success); });
    uploader.on('error', function (event) { console.log('Error from uploader', event); });
    socket.on('disconnect', function () { console.log('kept', fs.statSync('uploads/a.bin').size); });
  });`;
  const sample = (chunkSize: number, size: number) => `
    var socket = io.connect('http://localhost:9090', { reconnection: false });
    socket.on('disconnect', function (reason) { console.log(reason); });
    var uploader = new SocketIOFileUpload(socket);
    uploader.listenOnSubmit($('#btn_upload').get(0), $('#siofu_input').get(0));
    uploader.chunkSize = ${chunkSize};
    uploader.addEventListener('start', function (event) { console.log('started upload of file'); });
    uploader.addEventListener('progress', function (event) {
      var percent = event.bytesLoaded / event.file.size * 100;
      console.log('File is', percent.toFixed(2), 'percent loaded');
    });
    uploader.addEventListener('load', function () { console.log('load'); });
    uploader.addEventListener('complete', function (event) { console.log('completed file upload'); });
    // In a lesson a reader chooses the file and presses the button.
    var chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(${size})], 'a.bin'));
    $('#siofu_input').get(0).files = chosen.files;
    $('#btn_upload').get(0).click();`;
  const run = async (chunkSize: number, size: number, untilLine: string): Promise<Report> => {
    const { program } = order(sample(chunkSize, size), 'page', { half });
    const html = '<input id="siofu_input" type="file"><button id="btn_upload">Upload</button>';
    return (await driver.call('run', [
      { program: { ...program, realm: 'page', goal: 'script', html }, untilLine, lingerMs: 200 },
    ])) as Report;
  };
  const good = await run(1024 * 100, 250_000, 'completed file upload');
  expect(good.lines).toEqual([
    'started upload of file',
    'File is 40.96 percent loaded',
    'File is 81.92 percent loaded',
    'File is 100.00 percent loaded',
    'load',
    'completed file upload',
  ]);
  expect(good.serverLines).toEqual(['saved a.bin true']);
  const bad = await run(0, 2_000_000, 'transport close');
  expect(bad.lines).toEqual([
    'started upload of file',
    'File is 100.00 percent loaded',
    'load',
    'transport close',
  ]);
  expect(bad.serverLines).toEqual(['kept 0']);
});

test('the reader disconnects', async ({ driver }) => {
  const source = `
    const socket = io('/image', { reconnection: false });
    socket.on('disconnect', (reason) => console.log(reason));
    socket.on('connect', () => console.log('here'));`;
  const report = (await driver.call('run', [
    order(source, 'page', { order: { disconnectAt: 2, untilLine: 'transport close' } }),
  ])) as Report;
  expect(report.lines).toEqual(['here', 'transport close']);
});
