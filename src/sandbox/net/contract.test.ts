/** What both labs hold to: the same program talks to the server's and to the one in the page, and sees the same. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MEDIA, openTestLab, type TestLab } from '../../../server/lab/lab.fixture';
import type { NetClient } from '../../realm/net/client-socket';
import type { MakeTus } from '../../core/protocol/tus';
import { clientOf, evaluateTus, pageLab, serverLab, type Client } from './labs.fixture';
import type { LabBackend, Say } from './lab-backend';

type Socket = ReturnType<NetClient['io']>;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const next = (socket: Socket, event: string): Promise<unknown[]> =>
  new Promise((resolve) => socket.once(event, (...args) => resolve(args)));
const bytesOf = (value: unknown): Uint8Array => {
  if (!(value instanceof ArrayBuffer)) throw new Error('not an ArrayBuffer');
  return new Uint8Array(value);
};

describe.each([['server'], ['page']] as const)('the lab of the %s', (kind) => {
  let lab: TestLab | null = null;
  let openLab: (say: Say) => LabBackend;
  let makeTus: MakeTus;
  const clients: Client[] = [];

  beforeAll(async () => {
    makeTus = await evaluateTus();
    if (kind === 'server') {
      lab = await openTestLab();
      openLab = serverLab(lab.port);
    } else openLab = await pageLab(MEDIA);
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.network.close();
  });
  afterAll(() => lab?.close());

  function open(
    ...conditions: Parameters<typeof clientOf> extends [unknown, ...infer R] ? R : never
  ): Client {
    const client = clientOf(openLab, ...conditions);
    clients.push(client);
    return client;
  }

  interface Started {
    readonly kind: string;
    readonly id: string;
    readonly next: number;
  }
  const start = (socket: Socket, size: number, more: object = {}) =>
    socket.emitWithAck('start', { name: 'a.bin', size, ...more }) as Promise<Started>;

  test('lets a program in, says hello, and has an id for it', async () => {
    const socket = open().io('/upload');
    const [hello] = await next(socket, 'hello');
    expect(socket.connected).toBe(true);
    expect(socket.id).toMatch(/^[\w-]{20}$/);
    expect(hello).toEqual({
      owner: expect.stringMatching(/^[\w-]{22}$/) as string,
      fileBytes: expect.any(Number) as number,
    });
  });

  test('refuses what is not of the room, and a room that there is not', async () => {
    const { io } = open();
    const [error] = await next(io('/upload', { auth: { owner: 'short' } }), 'connect_error');
    expect(error).toMatchObject({
      message: expect.stringContaining('an id of 22 characters') as string,
    });
    const [other] = await next(io('/elsewhere'), 'connect_error');
    expect(other).toMatchObject({ message: 'Invalid namespace' });
  });

  test('takes a file as one chunk, and says what it saved', async () => {
    const file = randomBytes(70_000);
    const socket = open().io('/upload');
    const { id } = await start(socket, file.length);
    expect(await socket.emitWithAck('chunk', { id, offset: 0 }, file)).toMatchObject({
      next: 70_000,
    });
    expect(await socket.emitWithAck('done', { id })).toEqual({
      kind: 'saved',
      id,
      size: 70_000,
      sha256: sha256(file),
    });
  });

  test('takes a file in chunks with several on their way, and tells of its progress', async () => {
    const file = randomBytes(300_000);
    const socket = open().io('/upload');
    const progress: unknown[] = [];
    socket.on('progress', (head) => progress.push(head));
    const { id } = await start(socket, file.length);
    const acks: Promise<unknown>[] = [];
    for (let offset = 0; offset < file.length; offset += 65_536) {
      acks.push(
        socket.emitWithAck('chunk', { id, offset }, file.subarray(offset, offset + 65_536)),
      );
    }
    await Promise.all(acks);
    const saved = await socket.emitWithAck('done', { id, sha256: sha256(file) });
    expect(saved).toMatchObject({ kind: 'saved', sha256: sha256(file) });
    expect(progress.at(-1)).toEqual({ id, acknowledged: 300_000, saved: 300_000 });
  });

  test('takes an empty file', async () => {
    const socket = open().io('/upload');
    const { id } = await start(socket, 0);
    expect(await socket.emitWithAck('done', { id })).toMatchObject({ kind: 'saved', size: 0 });
  });

  test('goes on after a lost connection where it has the bytes, for its owner alone', async () => {
    const file = randomBytes(100_000);
    const { io, network } = open();
    const socket = io('/upload', { reconnection: false });
    const [hello] = (await next(socket, 'hello')) as [{ owner: string }];
    const { id } = await start(socket, file.length);
    await socket.emitWithAck('chunk', { id, offset: 0 }, file.subarray(0, 60_000));
    const left = next(socket, 'disconnect');
    network.disconnect();
    expect(await left).toEqual(['transport close']);

    const again = io('/upload', { auth: { owner: hello.owner } });
    const ready = await start(again, file.length, { resume: id });
    expect(ready).toMatchObject({ kind: 'ready', id, next: 60_000 });
    await again.emitWithAck('chunk', { id, offset: 60_000 }, file.subarray(60_000));
    expect(await again.emitWithAck('done', { id })).toMatchObject({ sha256: sha256(file) });

    const stranger = await start(io('/upload'), file.length, { resume: id });
    expect(stranger).toMatchObject({ kind: 'refused', code: 'unknown-id' });
  });

  test('gives an upload up when it is told to', async () => {
    const socket = open().io('/upload');
    const { id } = await start(socket, 10);
    expect(await socket.emitWithAck('abort', { id })).toEqual({ kind: 'aborted', id });
    expect(await socket.emitWithAck('done', { id })).toMatchObject({ code: 'unknown-id' });
  });

  test('says where to go on when a chunk is doubled, too early, or of a wrong shape', async () => {
    const socket = open().io('/upload');
    const { id } = await start(socket, 8);
    await socket.emitWithAck('chunk', { id, offset: 0 }, new Uint8Array(4));
    const answers = [
      await socket.emitWithAck('chunk', { id, offset: 0 }, new Uint8Array(4)),
      await socket.emitWithAck('chunk', { id, offset: 6 }, new Uint8Array(2)),
      await socket.emitWithAck('chunk', { id, offset: '4' }, new Uint8Array(4)),
    ];
    expect(answers).toMatchObject([
      { code: 'duplicate', next: 4 },
      { code: 'gap', next: 4 },
      { code: 'malformed' },
    ]);
  });

  test.each([
    ['/image', 'picture.png', 'image/png'],
    ['/video', 'clip.webm', 'video/webm'],
  ] as const)('sends a file of the room %s as one ArrayBuffer', async (room, name, type) => {
    const socket = open().io(room);
    const list = await socket.emitWithAck('list', {});
    expect(list).toEqual({ kind: 'names', files: [{ name, size: MEDIA[name].length, type }] });
    const file = (await socket.emitWithAck('get', { name })) as { bytes: unknown };
    expect(sha256(bytesOf(file.bytes))).toBe(sha256(MEDIA[name]));
    expect(await socket.emitWithAck('get', { name: 'other' })).toMatchObject({
      code: 'unknown-file',
    });
  });

  test('streams a file in chunks, each of which is acknowledged', async () => {
    const socket = open().io('/stream');
    const chunks: Uint8Array[] = [];
    socket.on('chunk', (_head, bytes, received) => {
      chunks.push(bytesOf(bytes));
      (received as () => void)();
    });
    const end = next(socket, 'end');
    const opened = await socket.emitWithAck('open', {
      name: 'clip.webm',
      chunkBytes: 65_536,
      window: 2,
    });
    expect(opened).toMatchObject({ kind: 'opened', size: MEDIA['clip.webm'].length });
    await end;
    expect(chunks.map((each) => each.length)).toEqual([65_536, 65_536, 65_536, 65_536, 37_856]);
    expect(sha256(Buffer.concat(chunks))).toBe(sha256(MEDIA['clip.webm']));
  });

  test('waits for acknowledgements, and stops when the stream is cancelled', async () => {
    const socket = open().io('/stream');
    let count = 0;
    const window = new Promise<void>((resolve) => {
      socket.on('chunk', () => {
        if (++count === 2) resolve();
      });
    });
    const wish = { name: 'clip.webm', chunkBytes: 1024, window: 2 };
    const { id } = (await socket.emitWithAck('open', wish)) as { id: string };
    await window;
    expect(await socket.emitWithAck('cancel', { id })).toEqual({ kind: 'cancelled', id });
    expect(count).toBe(2);
  });

  test('takes a stream up and says what came', async () => {
    const file = randomBytes(10_000);
    const socket = open().io('/stream');
    const { id } = (await socket.emitWithAck('send', {})) as { id: string };
    await socket.emitWithAck('piece', { id, offset: 0 }, file.subarray(0, 4000));
    await socket.emitWithAck('piece', { id, offset: 4000 }, file.subarray(4000));
    expect(await socket.emitWithAck('finish', { id })).toMatchObject({
      size: 10_000,
      sha256: sha256(file),
    });
  });

  test('a program that leaves is told so once, and can come back', async () => {
    const socket = open().io('/image');
    await next(socket, 'connect');
    const left = next(socket, 'disconnect');
    socket.disconnect();
    expect(await left).toEqual(['io client disconnect']);
    socket.connect();
    await next(socket, 'connect');
    expect(await socket.emitWithAck('list', {})).toMatchObject({ kind: 'names' });
  });

  test('a doubled message is answered twice, the second time that it is there already, and heard once', async () => {
    const client = open({ duplicate: true });
    const socket = client.io('/upload');
    const { id } = await start(socket, 4);
    const heard: unknown[] = [];
    await new Promise<void>((resolve) => {
      socket.emit('chunk', { id, offset: 0 }, new Uint8Array(4), (answer: unknown) => {
        heard.push(answer);
        // By then the answer to the second one is there too.
        void socket.emitWithAck('list', {}).then(() => resolve());
      });
    });
    expect(heard).toMatchObject([{ kind: 'ack', next: 4 }]);
    const about = client.log().filter(({ name }) => name === 'chunk');
    expect(about.map(({ from, fate, brief }) => [from, fate, brief.slice(0, 16)])).toEqual([
      ['client', 'twice', `{ id: "${id.slice(0, 9)}`],
      ['lab', 'arrived', '{ kind: "ack", n'],
      ['lab', 'arrived', '{ kind: "refused'],
    ]);
  });

  test('a chunk larger than the link takes cuts the connection; smaller ones get through', async () => {
    const client = open({ chunkBytes: 4096 });
    const socket = client.io('/upload', { reconnection: false });
    const { id } = await start(socket, 10_000);
    const send = (offset: number, length: number) =>
      socket.emitWithAck('chunk', { id, offset }, new Uint8Array(length));
    expect(await send(0, 4096)).toMatchObject({ next: 4096 });
    const left = next(socket, 'disconnect');
    await expect(send(4096, 4097)).rejects.toThrow('disconnected');
    expect(await left).toEqual(['transport close']);
    const fates = client.log().filter(({ name, what }) => name === 'chunk' && what === 'event');
    expect(fates.map(({ byteLength, fate }) => [byteLength, fate])).toEqual([
      [4096, 'arrived'],
      [4097, 'lost'],
    ]);
  });

  const VERSION = { 'Tus-Resumable': '1.0.0' };
  const PART = { ...VERSION, 'Content-Type': 'application/offset+octet-stream' };

  test('tus: begins, takes parts, says where to go on and what it has, forgets', async () => {
    const file = randomBytes(90_000);
    const { fetch, log } = open();
    const made = await fetch('/tus/', {
      method: 'POST',
      headers: { ...VERSION, 'Upload-Length': '90000' },
    });
    expect(made.status).toBe(201);
    const place = made.headers.get('Location') ?? '';
    expect(place).toMatch(/^\/tus\/[\w-]{22}$/);
    const patch = (start: number, end: number) =>
      fetch(place, {
        method: 'PATCH',
        headers: { ...PART, 'Upload-Offset': String(start) },
        body: new Blob([file]).slice(start, end),
      });
    expect((await patch(0, 60_000)).headers.get('Upload-Offset')).toBe('60000');
    const head = await fetch(place, { method: 'HEAD', headers: VERSION });
    expect([
      head.status,
      head.headers.get('Upload-Offset'),
      head.headers.get('Upload-Length'),
    ]).toEqual([200, '60000', '90000']);
    // The log tells what tus says, and none of a server's other headers.
    const answer = log().find(({ name }) => name === `200 HEAD ${place}`);
    expect(answer?.brief).toMatch(
      /^upload-offset: 60000, upload-length: 90000(?:, content-type: .*)?$/,
    );
    const last = await patch(60_000, 90_000);
    expect([last.status, last.headers.get('Lab-Sha256')]).toEqual([204, sha256(file)]);
    expect((await fetch(place, { method: 'DELETE', headers: VERSION })).status).toBe(204);
    expect((await fetch(place, { method: 'HEAD', headers: VERSION })).status).toBe(404);
  });

  test('tus: says no in one sentence', async () => {
    const { fetch } = open();
    const begin = (headers: Record<string, string>) => fetch('/tus/', { method: 'POST', headers });
    const made = await begin({ ...VERSION, 'Upload-Length': '10' });
    const place = made.headers.get('Location') ?? '';
    const patch = (headers: Record<string, string>, body = 'x'.repeat(8)) =>
      fetch(place, { method: 'PATCH', headers, body });
    const answers = [
      await begin(VERSION),
      await begin({ ...VERSION, 'Upload-Length': '1e30' }),
      await begin({ ...VERSION, 'Upload-Length': '999999999999' }),
      await begin({ 'Upload-Length': '10' }),
      await patch({ ...PART, 'Upload-Offset': '5' }),
      await patch({ ...PART, 'Upload-Offset': '5abc' }),
      await patch({ ...VERSION, 'Upload-Offset': '0' }),
      await patch({ ...PART, 'Upload-Offset': '0' }, 'x'.repeat(11)),
      await fetch(place, { headers: VERSION }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      400,
      400,
      413,
      412,
      409,
      400,
      expect.toBeOneOf([403, 415]),
      413,
      405,
    ]);
    for (const each of answers) expect((await each.text()).trim()).toMatch(/^.{20,}$/);
    const whole = await patch({ ...PART, 'Upload-Offset': '0' }, 'x'.repeat(10));
    expect(whole.status).toBe(204);
  });

  test('tus-js-client sends a file, pauses, goes on, and tries again after a lost connection', async () => {
    const file = randomBytes(100_000);
    const client = open({ dropAfter: 4 });
    const { log } = client;
    const tus = client.tus(makeTus);
    const accepted: number[] = [];
    const sent: number[] = [];
    const sha = await new Promise((resolve, reject) => {
      const upload = new tus.Upload(new File([file], 'a.bin', { type: 'x/y' }), {
        endpoint: '/tus/',
        chunkSize: 30_000,
        retryDelays: [0],
        metadata: { filename: 'a.bin' },
        onProgress: (bytes) => sent.push(bytes),
        onChunkComplete(_size, bytes) {
          accepted.push(bytes);
          if (bytes === 30_000) void upload.abort().then(() => upload.start());
        },
        onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('Lab-Sha256')),
        onError: reject,
      });
      upload.start();
    });
    expect(sha).toBe(sha256(file));
    expect([accepted[0], accepted.at(-1)]).toEqual([30_000, 100_000]);
    expect(sent.at(-1)).toBe(100_000);
    const names = log().flatMap(({ from, name }) =>
      from === 'client' ? [name.split(' ')[0]] : [],
    );
    // The fourth part of what was said is the last before the line is cut: POST, PATCH, HEAD, PATCH.
    expect(names.filter((name) => name === 'HEAD')).toHaveLength(2);
    expect(names[0]).toBe('POST');
  });

  test('tus-js-client finds what it began in the same run, and deletes it', async () => {
    const tus = open().tus(makeTus);
    const file = new File([randomBytes(50_000)], 'b.bin');
    const options = { endpoint: '/tus/', chunkSize: 20_000, retryDelays: null };
    const place = await new Promise<string>((resolve, reject) => {
      const first = new tus.Upload(file, {
        ...options,
        onError: reject,
        onChunkComplete: () => void first.abort().then(() => resolve(first.url ?? '')),
      });
      first.start();
    });
    const again = new tus.Upload(file, options);
    const found = await again.findPreviousUploads();
    expect(found).toMatchObject([{ uploadUrl: place, size: 50_000 }]);
    await tus.Upload.terminate(place, { retryDelays: null });
  });

  test('tus-js-client says that there is no other address, and why a source is none', async () => {
    const tus = open().tus(makeTus);
    const failing = (source: unknown, endpoint: string) =>
      new Promise<string>((resolve) => {
        const onError = ({ message }: Error) => resolve(message);
        new tus.Upload(source as File, { endpoint, retryDelays: null, onError }).start();
      });
    expect(await failing(new Blob(['a']), 'https://example.com/files/')).toContain(
      'is no address of the lab',
    );
    expect(await failing(5, '/tus/')).toContain('File, Blob');
  });

  test('the log says what each message says of the file', async () => {
    const client = open();
    const socket = client.io('/upload');
    const { id } = await start(socket, 8);
    await socket.emitWithAck('chunk', { id, offset: 0 }, new Uint8Array(4));
    await socket.emitWithAck('chunk', { id, offset: 4 }, new Uint8Array(4));
    await socket.emitWithAck('done', { id });
    const said = client
      .log()
      .flatMap(({ from, part }) => (part === null ? [] : [[from, part.says, part.start, part.end]]))
      .filter(([from, says]) => from !== 'lab' || says !== 'saved');
    expect(said).toEqual([
      ['lab', 'wanted', 0, 0],
      ['client', 'sent', 0, 4],
      ['lab', 'acknowledged', 0, 4],
      ['client', 'sent', 4, 8],
      ['lab', 'acknowledged', 0, 8],
    ]);
    const chunk = client.log().find(({ name, from }) => name === 'chunk' && from === 'client');
    expect(chunk).toMatchObject({
      room: '/upload',
      what: 'event',
      byteLength: 4,
      fate: 'arrived',
      part: { file: id, name: 'a.bin', size: 8 },
    });
    const ack = client.log().find(({ what, name }) => what === 'answer' && name === 'chunk');
    expect(ack?.answers).toBe(chunk?.id);
  });
});
