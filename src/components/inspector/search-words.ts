/** What the page and the worker that searches say to each other. One worker serves one search: ending it ends the search. */
import type { ByteRange } from '../../core/bytes/ranges';
import type { BytePattern } from '../../core/bytes/search';

export interface SearchCall {
  readonly file: Blob;
  readonly pattern: BytePattern;
  readonly from: number;
  readonly direction: 'next' | 'previous';
}

export type SearchReply =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'found'; readonly range: ByteRange | null }
  | { readonly kind: 'failed' };
