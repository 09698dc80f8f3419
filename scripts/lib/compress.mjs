// @ts-check
/** Writes a .br and a .gz beside every file of the site that gets smaller by it; the server then only picks one. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const TEXT = /\.(?:html|css|js|mjs|json|svg|xml|txt|wasm|webmanifest|ttf|map)$/;
/** Below this a header costs more than compression saves, in bytes. */
const SMALLEST = 512;
/** Above this the best quality takes many seconds for one percent, in bytes. */
const LARGE = 1 << 20;

/** @param {Buffer} bytes */
const brotliOf = (bytes) =>
  brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 9 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/**
 * Compresses one file, or takes the result of an earlier build with the same bytes.
 * @param {string} file
 * @param {string} cacheDir
 */
async function compressFile(file, cacheDir) {
  const bytes = await readFile(file);
  if (bytes.length < SMALLEST) return;
  const key = path.join(cacheDir, createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  for (const [extension, encode] of /** @type {const} */ ([
    ['.br', brotliOf],
    ['.gz', (/** @type {Buffer} */ input) => gzipped(input, { level: 9 })],
  ])) {
    if (!existsSync(key + extension)) await writeFile(key + extension, await encode(bytes));
    const { size } = await stat(key + extension);
    if (size < bytes.length) await copyFile(key + extension, file + extension);
  }
}

/**
 * @param {string} distDir
 * @param {string} cacheDir Kept between builds; named by content, so it is always right.
 */
export async function compressSite(distDir, cacheDir) {
  await mkdir(cacheDir, { recursive: true });
  const files = (await readdir(distDir, { recursive: true })).filter((file) => TEXT.test(file));
  const queue = files.map((file) => path.join(distDir, file));
  // zlib works on its own threads; a few at once keep them all busy without holding every file in memory.
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
        await compressFile(file, cacheDir);
      }
    }),
  );
}
