/** Natives as whole programs run them, in a thread of their own: each step has the kind, the line and the bytes it had. */
import { describe as inOrder, expect, test, vi } from 'vitest';
import { recordRun } from '../../build/record';
import { Replay } from '../../core/trace/replay';
import { stepAt, type Step, type Trace } from '../../core/trace/trace';

// A recording is a thread of its own, and most of its time is waiting.
const describe = inOrder.concurrent;
vi.setConfig({ testTimeout: 60_000 });

/** A program's trace, which replays to the bytes it left. */
async function traceOf(source: string): Promise<Trace> {
  const { trace, outcome } = await recordRun({ source, fileName: 'test.js', goal: 'module' });
  expect(outcome).toEqual({ kind: 'finished' });
  if (trace === null) throw new Error('nothing was recorded');
  const replay = new Replay(trace);
  replay.seek(trace.steps);
  for (const { id, bytes } of trace.final?.buffers ?? []) {
    expect([...replay.bytesOf(id)]).toEqual([...bytes]);
  }
  return trace;
}

/** `3 copy fill 0–4`: line, kind, operation and bytes of each step. */
async function stepsOf(source: string): Promise<string[]> {
  const trace = await traceOf(source);
  return Array.from({ length: trace.steps }, (_, i) => text(stepAt(trace, i + 1)));
}

function text({ site, kind, detail, range, before, after }: Step): string {
  const bytes = before.length > 0 ? ` ${before.join()}→${after.join()}` : '';
  const operation = detail?.operation ? ` ${detail.operation}` : '';
  return `${site?.line ?? '?'} ${kind}${operation} ${range.start}–${range.end}${bytes}`;
}

describe('what a native is given', () => {
  test('is understood as the native does: texts, booleans, objects', async () => {
    expect(
      await stepsOf(`const u = new Uint8Array(4);
u.fill('7', '1', '3');
u.fill(9, { valueOf() { return 2; } });
u.set([1, 2], '2');
u.set(new Uint8Array([4, 5]), true);
u.set({ get length() { return 1; }, get 0() { return 8; } });
u.at('1');
u.slice('-2');
u.copyWithin('0', '2');`),
    ).toEqual([
      '2 copy fill 1–3 0,0→7,7',
      '3 copy fill 2–4 7,0→9,9',
      '4 copy set 2–4 9,9→1,2',
      '5 copy set 1–3 7,1→4,5',
      '6 copy set 0–1 0→8',
      '7 read at 1–2',
      '8 read slice 2–4',
      '9 copy copyWithin 0–2 8,4→5,2',
    ]);
  });

  test('wakes no trap of a Proxy', async () => {
    const trace = await traceOf(`const u = new Uint8Array(4);
let asked = '';
const watch = (target) => new Proxy(target, { getOwnPropertyDescriptor(t, key) { asked += String(key); return Reflect.getOwnPropertyDescriptor(t, key); } });
u.set(watch([1, 2]), 1);
new Blob(watch(['a']));
u.fill(asked.length);`);
    expect([...(trace.final?.buffers[0]?.bytes ?? [])]).toEqual([0, 0, 0, 0]);
    expect(text(stepAt(trace, 1))).toBe('4 copy set 1–3 0,0→1,2');
  });
});

describe('a native that throws half way', () => {
  test('is the one that wrote what it had written', async () => {
    expect(
      await stepsOf(`const u = new Uint8Array(6);
try { u.set([1, 2, { valueOf() { throw new Error('half'); } }, 4], 1); } catch {}
u[1] = 3;`),
    ).toEqual(['2 copy set 1–3 0,0→1,2', '3 write 1–2 1→3']);
  });

  test('leaves its line to no other', async () => {
    expect(
      await stepsOf(`const u = new Uint8Array(2);
try { u.fill(Symbol()); } catch {}
u['fill'](1);`),
    ).toEqual(['3 copy fill 0–2 0,0→1,1']);
  });
});

describe('a callback inside a native', () => {
  test('keeps its own line, and gives it to no other', async () => {
    expect(
      await stepsOf(`const u = new Uint8Array([2, 1]);
const m = new Map();
u.sort((a, b) => {
  m.set(a, b);
  return a - b;
});
u.forEach((x) => {
  m.set(x, x);
});
u['reverse']();`),
    ).toEqual(['3 copy sort 0–2 2,1→1,2', '7 read forEach 0–2', '10 copy reverse 0–2 1,2→2,1']);
  });
});

describe('natives of other kinds', () => {
  test('an Atomics operation is one element; a compareExchange that failed has read it', async () => {
    expect(
      await stepsOf(`const i = new Int32Array(new SharedArrayBuffer(8));
Atomics.store(i, '1', 3);
Atomics.add(i, true, 4);
Atomics.compareExchange(i, 1, 99, 1);
Atomics.compareExchange(i, 1, 7 + 2 ** 32, 1);`),
    ).toEqual([
      '2 copy Atomics.store 4–8 0,0,0,0→3,0,0,0',
      '3 copy Atomics.add 4–8 3,0,0,0→7,0,0,0',
      '4 read Atomics.compareExchange 4–8',
      '5 copy Atomics.compareExchange 4–8 7,0,0,0→1,0,0,0',
    ]);
  });

  test('what an engine of JavaScript does inside its natives is not the program’s', async () => {
    expect(
      await stepsOf(`const u = new Uint8Array([104, 105]);
const b = new Blob([u, 'abc']);
const r = new Response(u);
const bytes = new Uint8Array(await r.arrayBuffer());
bytes[0] = 1;
const s = await new Response('dé').text();
const t = await b.slice(1).text();`),
    ).toEqual([
      '2 read new Blob 0–2',
      '2 blob new Blob 0–5',
      '3 read new Response 0–2',
      '4 blobread Response.arrayBuffer 0–2',
      '5 write 0–1 104→1',
      '6 blobread Response.text 0–3',
      '7 blob Blob.slice 1–5',
      '7 blobread Blob.text 1–5',
    ]);
  });

  test('what is posted is a message; what is transferred is detached on the line that did it', async () => {
    expect(
      await stepsOf(`const u = new Uint8Array(4);
const { port1 } = new MessageChannel();
port1.postMessage(u, [u.buffer]);
port1.close();
const v = new Uint8Array(2);
v.buffer.transfer?.(8);
const stream = new ReadableStream({ type: 'bytes', pull() {} });
stream.getReader({ mode: 'byob' }).read(new Uint8Array(3));
const w = new Uint8Array(5);
structuredClone(w.buffer, { transfer: [w.buffer] });`),
    ).toEqual([
      '3 read postMessage 0–4',
      '3 message postMessage 0–4',
      '3 detach postMessage 0–4',
      '6 detach transfer 0–2',
      '8 detach read 0–3',
      '10 read structuredClone 0–5',
      '10 detach structuredClone 0–5',
    ]);
  });

  test('what a message brings is known before it is written to', async () => {
    expect(
      await stepsOf(`const { port1, port2 } = new MessageChannel();
port2.onmessage = ({ data }) => { data[1] = 5;
  port2.close(); };
port1.postMessage(new Uint8Array([1, 2]));`),
    ).toEqual(['4 read postMessage 0–2', '4 message postMessage 0–2', '2 write 1–2 2→5']);
  });

  test('a URL of a Blob is made and given back', async () => {
    expect(
      await stepsOf(`const url = URL.createObjectURL(new Blob(['abc']));
URL.revokeObjectURL(url);`),
    ).toEqual(['1 blob new Blob 0–3', '1 url createObjectURL 0–3', '2 url revokeObjectURL 0–0']);
  });

  test('Blobs have identities: what they were made of, and where a slice lies in its root', async () => {
    const source = `const u = new Uint8Array([1, 2, 3, 4]);
const file = new File(['é', u.subarray(1, 3), new Blob(['abc'])], 'a.txt', { type: 'Text/Plain' });
const part = file.slice(-5).slice(1, 3);
await part.arrayBuffer();
new Blob(new Uint8Array([10, 2]));
new Blob({ *[Symbol.iterator]() { yield 'a'; } });
const url = URL.createObjectURL(part);
URL.revokeObjectURL(url);
URL.revokeObjectURL('blob:nobody');`;
    const { trace } = await recordRun({ source, fileName: 'test.js', goal: 'module' });
    const facts = Array.from({ length: trace?.steps ?? 0 }, (_, i) =>
      stepAt(trace as Trace, i + 1),
    ).filter(({ kind }) => kind === 'blob' || kind === 'blobread' || kind === 'url');
    const file = { size: 7, type: 'text/plain', file: 'a.txt' };
    const slice = { type: '', file: null, parts: null, omitted: 0 };
    const bufferId = 0;
    expect(facts.map(({ detail, range }) => [detail?.blob ?? detail?.url, range.start])).toEqual([
      [expect.objectContaining({ id: 0, size: 3, file: null }), 0],
      [
        {
          id: 1,
          ...file,
          root: { id: 1, start: 0 },
          parts: [
            { kind: 'text', byteLength: 2 },
            { kind: 'bytes', byteLength: 2, bufferId, byteOffset: 1 },
            { kind: 'blob', byteLength: 3, id: 0 },
          ],
          omitted: 0,
        },
        0,
      ],
      [{ ...slice, id: 2, size: 5, root: { id: 1, start: 2 } }, 2],
      [{ ...slice, id: 3, size: 2, root: { id: 1, start: 3 } }, 3],
      [{ ...slice, id: 3, size: 2, root: { id: 1, start: 3 } }, 3],
      [
        expect.objectContaining({
          size: 3,
          parts: [
            { kind: 'text', byteLength: 2 },
            { kind: 'text', byteLength: 1 },
          ],
        }),
        0,
      ],
      [expect.objectContaining({ size: 1, parts: null }), 0],
      [{ id: 0, blobId: 3 }, 0],
      [{ id: 0, blobId: 3 }, 0],
      [undefined, 0],
    ]);
  });

  test('WebAssembly that writes one page is seen behind the statement that called it', async () => {
    // (module (import "e" "m" (memory 1)) (func (export "f") (i32.store8 (i32.const 3) (i32.const 9))))
    const wasm =
      '0,97,115,109,1,0,0,0,1,4,1,96,0,0,2,8,1,1,101,1,109,2,0,1,3,2,1,0,7,5,1,1,102,0,0,10,11,1,9,0,65,3,65,9,58,0,0,11';
    expect(
      await stepsOf(`const m = new WebAssembly.Memory({ initial: 1 });
const u = new Uint8Array(m.buffer);
const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${wasm}])), { e: { m } }).exports;
f();
u[0] = 1;`),
    ).toContain('4 host 3–4 0→9');
  });
});

describe('a watched constructor', () => {
  test('is the class it was, to subclasses, instances and whoever asks', async () => {
    const { console } = await recordRun({
      source: `class X extends Blob { constructor(p) { super(p); this.target = new.target; } }
const x = new X(['abc']);
console.log([
  x instanceof Blob, x instanceof X, x.target === X, x.size === 3, x.constructor === X,
  Blob.name, Blob.length, Object.getPrototypeOf(File) === Blob, new Blob([]).constructor === Blob,
  Function.prototype.toString.call(Blob) === String(Blob), Reflect.construct(Blob, [['a']], Array) instanceof Array,
  new Response('a') instanceof Response, Response.name, Object.keys(globalThis).includes('Blob'),
].join());`,
      fileName: 'test.js',
      goal: 'module',
    });
    expect(console[0]?.values[0]).toMatchObject({
      text: 'true,true,true,true,true,Blob,0,true,true,true,true,true,Response,false',
    });
  });
});
