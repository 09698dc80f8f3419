import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.join(import.meta.dirname, '../../public/media');

interface Provenance {
  readonly madeBy: string;
  readonly clips: readonly {
    readonly file: string;
    readonly byteLength: number;
    readonly sha256: string;
  }[];
}

const { madeBy, clips } = JSON.parse(
  readFileSync(path.join(folder, 'clips.json'), 'utf8'),
) as Provenance;

test('the clips are the ones that the script made', () => {
  expect(madeBy).toBe('scripts/media/clips.mjs');
  expect(clips).toHaveLength(7);
});

test.each(clips)('$file is as it was made', ({ file, byteLength, sha256 }) => {
  const bytes = readFileSync(path.join(folder, file));
  expect(bytes.length).toBe(byteLength);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
});
