// @ts-check
/**
 * What guards and recording cost, against the plain program, in Chromium: each sample in a fresh page, the variants in
 * turn, each run after a rest. Warm are the runs from the seventh on: until then V8 compiles, the plain program too.
 * Bars: guard only, warm, 1.15× (invert) and 1.25× (SHA-256); full recording with the cap of 250,000 events, warm 2.2× on
 * both, first run 3× and 5.5×; a program of about a thousand steps, cold, 4× and 2 ms.
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { openRecordingPages, RUNS, WARM_FROM } = await import('./support/recording-page.mjs');
const { median, sayBar, sayMachine } = await import('./support/figures.mjs');

const ROUNDS = Number(process.argv[2] ?? 9);
const PIXELS = 4_000_000;

const INVERT = `function run(d) {
  for (let i = 0; i < d.length; i += 4) {
    d[i] = 255 - d[i];
    d[i + 1] = 255 - d[i + 1];
    d[i + 2] = 255 - d[i + 2];
  }
  return d[4];
}`;

const SHA256 = `function run(bytes) {
  const K = new Uint32Array(64);
  const H = new Uint32Array([0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]);
  let n = 0;
  for (let p = 2; n < 64; p++) {
    let prime = true;
    for (let f = 2; f * f <= p; f++) if (p % f === 0) { prime = false; break; }
    if (prime) K[n++] = (Math.cbrt(p) % 1) * 2 ** 32;
  }
  const len = bytes.length;
  const padded = new Uint8Array(((len + 8 >> 6) + 1) * 64);
  padded.set(bytes);
  padded[len] = 0x80;
  const dv = new DataView(padded.buffer);
  dv.setUint32(padded.length - 4, len * 8);
  dv.setUint32(padded.length - 8, Math.floor(len / 0x20000000));
  const w = new Uint32Array(64);
  const rotr = (x, n) => (x >>> n) | (x << (32 - n));
  for (let off = 0; off < padded.length; off += 64) {
    for (let i = 0; i < 16; i++) w[i] = dv.getUint32(off + i * 4);
    for (let i = 16; i < 64; i++) {
      const s0 = rotr(w[i - 15], 7) ^ rotr(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = rotr(w[i - 2], 17) ^ rotr(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
    for (let i = 0; i < 64; i++) {
      const S1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
      const ch = (e & f) ^ (~e & g);
      const t1 = (h + S1 + ch + K[i] + w[i]) >>> 0;
      const S0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
      const maj = (a & b) ^ (a & c) ^ (b & c);
      const t2 = (S0 + maj) >>> 0;
      h = g; g = f; f = e; e = (d + t1) >>> 0; d = c; c = b; b = a; a = (t1 + t2) >>> 0;
    }
    H[0] += a; H[1] += b; H[2] += c; H[3] += d; H[4] += e; H[5] += f; H[6] += g; H[7] += h;
  }
  let s = '';
  for (const x of H) s += x.toString(16).padStart(8, '0');
  return s;
}`;

/** Base64 of 48 bytes there and back, and a checksum: about a thousand steps. */
const SMALL = `function run() {
  const A = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const src = new Uint8Array(48);
  for (let i = 0; i < src.length; i++) src[i] = i * 7 + 3;
  const out = new Uint8Array(64);
  let o = 0;
  for (let i = 0; i < src.length; i += 3) {
    const n = src[i] << 16 | src[i + 1] << 8 | src[i + 2];
    out[o++] = A.charCodeAt(n >> 18 & 63);
    out[o++] = A.charCodeAt(n >> 12 & 63);
    out[o++] = A.charCodeAt(n >> 6 & 63);
    out[o++] = A.charCodeAt(n & 63);
  }
  const rev = new Uint8Array(128);
  for (let i = 0; i < 64; i++) rev[A.charCodeAt(i)] = i;
  const back = new Uint8Array(48);
  let b = 0;
  for (let i = 0; i < out.length; i += 4) {
    const n = rev[out[i]] << 18 | rev[out[i + 1]] << 12 | rev[out[i + 2]] << 6 | rev[out[i + 3]];
    back[b++] = n >> 16;
    back[b++] = n >> 8;
    back[b++] = n;
  }
  let sum = 0;
  const dv = new DataView(back.buffer);
  for (let i = 0; i < 48; i += 4) sum = (sum + dv.getUint32(i)) >>> 0;
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 48; i++) {
      if (back[i] !== src[i]) throw new Error('bad ' + i);
      sum = (sum * 31 + back[i]) >>> 0;
    }
  }
  return sum;
}`;

const PROGRAMS = /** @type {const} */ ([
  {
    ...{ name: 'invert, 4 megapixels', source: INVERT, kind: 'pixels', length: PIXELS * 4 },
    bars: { guardedWarm: 1.15, recordedWarm: 2.2, recordedFirst: 3 },
  },
  {
    ...{ name: 'SHA-256 of 1 MB', source: SHA256, kind: 'bytes', length: 1 << 20 },
    bars: { guardedWarm: 1.25, recordedWarm: 2.2, recordedFirst: 5.5 },
  },
  {
    ...{ name: 'a thousand steps', source: SMALL, kind: 'none', length: 0 },
    bars: { guardedWarm: null, recordedWarm: null, recordedFirst: 4 },
  },
]);
const VARIANTS = /** @type {const} */ (['plain', 'guarded', 'recorded']);

sayMachine();
const pages = await openRecordingPages();
for (const program of PROGRAMS) {
  /** @type {Record<string, { first: number[], warm: number[], compile: number[], steps: number, unrecorded: number, result: string }>} */
  const figures = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const variant of VARIANTS) {
      const sample = await pages.inFreshPage(
        ({ source, kind, length, runs, variant: each }) =>
          /** @type {any} */ (globalThis).bench.time(source, each, { kind, length }, runs),
        { ...program, runs: RUNS, variant },
      );
      const own = (figures[variant] ??= {
        first: [],
        warm: [],
        compile: [],
        steps: 0,
        unrecorded: 0,
        result: '',
      });
      own.first.push(sample.times[0]);
      own.warm.push(...sample.times.slice(WARM_FROM));
      own.compile.push(sample.compileMs);
      Object.assign(own, {
        steps: sample.steps,
        unrecorded: sample.unrecorded,
        result: sample.result,
      });
    }
  }
  console.log(`${program.name}`);
  const plain = figures['plain'];
  if (!plain) continue;
  for (const variant of VARIANTS) {
    const own = figures[variant];
    if (!own) continue;
    if (own.result !== plain.result)
      throw new Error(`${variant}: ${own.result}, plain: ${plain.result}`);
    const first = median(own.first);
    const warm = median(own.warm);
    console.log(
      `  ${variant.padEnd(9)} first ${first.toFixed(2).padStart(8)} ms ${(first / median(plain.first)).toFixed(2)}×` +
        `   warm ${warm.toFixed(3).padStart(8)} ms ${(warm / median(plain.warm)).toFixed(2)}×` +
        `   rewriting and compiling ${median(own.compile).toFixed(2)} ms   ${own.steps} steps, ${own.unrecorded} more counted`,
    );
  }
  for (const [variant, when, bar] of /** @type {const} */ ([
    ['guarded', 'warm', program.bars.guardedWarm],
    ['recorded', 'warm', program.bars.recordedWarm],
    ['recorded', 'first', program.bars.recordedFirst],
  ])) {
    const own = figures[variant];
    if (bar === null || !own) continue;
    const ratio = median(own[when]) / median(plain[when]);
    sayBar(
      `${program.name}, ${variant}, ${when === 'warm' ? 'warm' : 'first run'}`,
      ratio,
      '×',
      bar,
    );
  }
}
await pages.close();
