import { expect, test } from 'vitest';
import { makeFiles } from './files';
import type { MediaReader } from './media-reader';

const media = {
  files: [{ name: 'a.bin', size: 3 }],
  find: (name: string) => (name === 'a.bin' ? { name, size: 3 } : null),
  read: (_name: string, done: (error: Error | null, bytes: Uint8Array | null) => void) =>
    done(null, Uint8Array.of(104, 105, 33)),
} as unknown as MediaReader;

type Call = (...args: unknown[]) => void;
const given = (call: Call, ...args: unknown[]) =>
  new Promise((resolve, reject) => {
    call(...args, (error: Error | null, value: unknown) =>
      error ? reject(error) : resolve(value),
    );
  });

test.each([
  ['an encoding', ['utf8'], 'hi!'],
  ['options with one', [{ encoding: 'utf8' }], 'hi!'],
  ['options without one', [{}], Uint8Array.of(104, 105, 33)],
  ['undefined', [undefined], Uint8Array.of(104, 105, 33)],
  ['nothing', [], Uint8Array.of(104, 105, 33)],
] as const)('readFile with %s gives what Node gives', async (_name, options, expected) => {
  const { readFile } = makeFiles(media);
  expect(await given(readFile, 'a.bin', ...options)).toEqual(expected);
});

test('a stream whose chunks would have no bytes comes to its end all the same', async () => {
  const { createReadStream } = makeFiles(media);
  const stream = createReadStream('a.bin', { highWaterMark: 0 });
  const lengths: number[] = [];
  await new Promise<void>((resolve) => {
    stream.on('data', ((chunk: Uint8Array) => void lengths.push(chunk.length)) as never);
    stream.on('end', () => resolve());
  });
  expect(lengths).toEqual([1, 1, 1]);
});
