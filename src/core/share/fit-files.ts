/** Which files go along in a link, and why the others do not. */
import { MAX_SHARED_FILES, MAX_SHARED_FILES_BYTES } from './limits';
import { isFileName, isMediaType } from './record';
import type { SharedFile } from './shared';

export type LeftOut =
  | { readonly kind: 'large'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'many'; readonly most: number }
  | { readonly kind: 'name' };

export interface FittedFiles {
  readonly files: readonly SharedFile[];
  readonly left: readonly { readonly name: string; readonly why: LeftOut }[];
}

/** The small ones first, so that as many as possible go along; in the order in which they came. */
export function fitFiles(all: readonly SharedFile[]): FittedFiles {
  const why = new Map<SharedFile, LeftOut>();
  let room = MAX_SHARED_FILES_BYTES;
  let count = 0;
  for (const file of all.toSorted((a, b) => a.bytes.length - b.bytes.length)) {
    const bytes = file.bytes.length;
    if (!isFileName(file.name)) why.set(file, { kind: 'name' });
    else if (bytes > room) why.set(file, { kind: 'large', bytes, most: MAX_SHARED_FILES_BYTES });
    else if (count === MAX_SHARED_FILES) why.set(file, { kind: 'many', most: MAX_SHARED_FILES });
    else {
      room -= bytes;
      count++;
    }
  }
  return {
    files: all
      .filter((file) => !why.has(file))
      .map((file) => (isMediaType(file.type) ? file : { ...file, type: '' })),
    left: all.flatMap((file) => {
      const reason = why.get(file);
      return reason === undefined ? [] : [{ name: file.name, why: reason }];
    }),
  };
}
