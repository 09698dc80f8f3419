/** Searches a file beside the page, so that a gigabyte does not keep it from scrolling. */
import { searchFile } from '../../core/bytes/search';
import type { SearchCall, SearchReply } from './search-words';

const reply = (what: SearchReply): void => {
  postMessage(what);
};

addEventListener('message', ({ data }: MessageEvent<SearchCall>) => {
  const { file, pattern, from, direction } = data;
  searchFile(
    {
      byteLength: file.size,
      read: async ({ start, end }) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    },
    pattern,
    { from, direction, onProgress: (bytes) => reply({ kind: 'progress', bytes }) },
  ).then(
    (range) => reply({ kind: 'found', range }),
    () => reply({ kind: 'failed' }),
  );
});
