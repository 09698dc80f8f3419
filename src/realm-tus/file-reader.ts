/** How the library reads: a File or a Blob by slices, and anything else as it does by itself. */
import type { FileReader, FileSource } from 'tus-js-client';
import type { TusParts } from '../core/protocol/tus';

export function fileReaderOver(library: FileReader, slice: TusParts['slice']): FileReader {
  return {
    openFile: (input: unknown, chunkSize) =>
      input instanceof Blob
        ? Promise.resolve(sourceOf(input, slice))
        : library.openFile(input, chunkSize),
  };
}

function sourceOf(blob: Blob, slice: TusParts['slice']): FileSource {
  return {
    size: blob.size,
    slice: (start, end) =>
      Promise.resolve({ value: slice(blob, start, end), done: end >= blob.size }),
    close: () => undefined,
  };
}
