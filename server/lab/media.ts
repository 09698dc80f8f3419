/** The site's media: the files of one folder, listed once at start, so that a name is looked up and never made into a path. */
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { mediaTypeOf, type Media, type MediaFile } from '../../src/core/lab/media.ts';
import type { NamedFile } from '../../src/core/wire/media.ts';

/** Files kept in memory, together. */
const KEPT_BYTES = 64 * 1024 * 1024;

async function openFile(file: string): Promise<MediaFile> {
  const handle = await open(file, 'r');
  return {
    async read(offset, length) {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await handle.read(bytes, 0, length, offset);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

export async function openMedia(folder: string): Promise<Media> {
  const files: NamedFile[] = [];
  // A site without media is one all the same.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const type = mediaTypeOf(entry.name);
    if (!entry.isFile() || type === null) continue;
    const { size } = await stat(path.join(folder, entry.name));
    files.push({ name: entry.name, size, type });
  }
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(files.map((each) => [each.name, each]));
  const kept = new Map<string, Promise<Buffer>>();

  return {
    files,
    find: (name) => byName.get(name),
    read(file) {
      const known = kept.get(file.name);
      if (known !== undefined) return known;
      const held = [...kept.keys()].reduce((sum, name) => sum + (byName.get(name)?.size ?? 0), 0);
      if (held + file.size > KEPT_BYTES) kept.clear();
      const reading = readFile(path.join(folder, file.name));
      kept.set(file.name, reading);
      reading.catch(() => kept.delete(file.name));
      return reading;
    },
    open: (file) => openFile(path.join(folder, file.name)),
  };
}
