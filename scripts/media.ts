/** `npm run media`: draws the pictures of public/media, and writes beside them what made them. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { root } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { encode, mediaFiles } from './media/files.ts';

const FOLDER = path.join(root, 'public', 'media');

await main(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const file of mediaFiles()) {
    const bytes = await encode(file);
    writeFileSync(path.join(FOLDER, file.name), bytes);
    files[file.name] = {
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    say(`wrote public/media/${file.name}, ${bytes.length} bytes`);
  }
  const provenance = {
    madeBy: 'npm run media (scripts/media.ts): every pixel is computed, nothing was photographed',
    licence: 'MIT, as the rest of this repository',
    versions: {
      node: process.versions.node,
      sharp: sharp.versions.sharp,
      vips: sharp.versions.vips,
    },
    files,
  };
  writeFileSync(path.join(FOLDER, 'pictures.json'), `${JSON.stringify(provenance, null, 2)}\n`);
});
