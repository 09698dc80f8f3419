/** The rooms `/image` and `/video`: a file of the site's media, whole, as one ArrayBuffer. */
import type { Reply } from './upload.ts';

export interface WholeFile {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface NamedFile {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export interface FileNames {
  readonly kind: 'names';
  readonly files: readonly NamedFile[];
}

export interface MediaClientEvents {
  list: (head: Readonly<Record<string, never>>, reply: Reply<FileNames>) => void;
  get: (head: { readonly name: string }, reply: Reply<WholeFile>) => void;
}
