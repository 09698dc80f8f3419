/** What steps know of Blobs and of object URLs. Both are numbered in the order in which the recorder first saw them. */

export interface BlobFact {
  readonly id: number;
  /** In bytes. */
  readonly size: number;
  /** Its media type, as it says itself. */
  readonly type: string;
  /** The name of a File. */
  readonly file: string | null;
  /** Where its first byte stands in a Blob that `slice` did not make: itself and 0 where it is none. */
  readonly root: { readonly id: number; readonly start: number };
  /** What the constructor was given; null for what it did not make, and in steps that only read it. */
  readonly parts: readonly BlobPart[] | null;
  /** Parts behind the first MAX_BLOB_PARTS. */
  readonly omitted: number;
}

export type BlobPart =
  /** Text, or what was turned into text; bytes as UTF-8, null where only the learner's code could tell. */
  | { readonly kind: 'text'; readonly byteLength: number | null }
  | {
      readonly kind: 'bytes';
      readonly byteLength: number;
      /** Null where the recorder does not hold the buffer. */
      readonly bufferId: number | null;
      readonly byteOffset: number;
    }
  | { readonly kind: 'blob'; readonly byteLength: number; readonly id: number };

export const MAX_BLOB_PARTS = 64;

export interface UrlFact {
  readonly id: number;
  /** What it stands for; null where that is no Blob (a MediaSource). */
  readonly blobId: number | null;
}
