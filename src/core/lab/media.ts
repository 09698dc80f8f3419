/** The site's media, as the rooms send them. */
import type { NamedFile } from '../wire/media.ts';

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
