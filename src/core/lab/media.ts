/** The site's media, as the rooms send them. */
import type { NamedFile } from '../wire/media.ts';

/** What the lab sends. No type here can run anything where it is opened: no HTML, no SVG. */
const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.wav': 'audio/wav',
};

/** The type of a file that the lab sends, by its name's end; null for one that it does not. */
export function mediaTypeOf(name: string): string | null {
  const end = /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  return TYPES[end] ?? null;
}

/** What goes out as one message stands in memory whole. */
export const WHOLE_FILE_BYTES = 16 * 1024 * 1024;

export interface MediaFile {
  /** At most `length` bytes from `offset` on; none at its end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Media {
  readonly files: readonly NamedFile[];
  find(name: string): NamedFile | undefined;
  /** The whole file. Readers share the bytes, so nobody may write to them. */
  read(file: NamedFile): Promise<Uint8Array>;
  open(file: NamedFile): Promise<MediaFile>;
}
