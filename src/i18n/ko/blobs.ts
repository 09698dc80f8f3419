import type { BlobsText } from '../blobs';

const count = new Intl.NumberFormat('ko');

export const blobs: BlobsText = {
  title: 'Blob',
  bytes: (n) => `${count.format(n)}바이트`,
  unnamed: (id) => `Blob ${id + 1}`,
  tape: (name, bytes) => `${name}, ${bytes}`,
  noType: '타입 없음',
  empty: '바이트가 없습니다.',
  parts: { text: '텍스트', bytes: '바이트', blob: 'Blob', unknown: '바이트' },
  partOf: (kind, name) => `${name}의 ${kind}`,
  range: (start, end) => {
    if (end - start === 1) return `바이트 ${count.format(start)}`;
    return end > start
      ? `바이트 ${count.format(start)}–${count.format(end - 1)}`
      : `${count.format(start)}번 자리, 바이트 없음`;
  },
  slice: '잘라낸 조각',
  read: '읽은 곳:',
  line: (line) => `${line}행`,
  omitted: (n) => `${count.format(n)}개가 더 있지만 보여 주지 않습니다.`,
  ledger: '객체 URL',
  columns: { url: 'URL', blob: '붙잡은 것', size: '바이트' },
  made: '만듦',
  revoked: '해제함',
  live: '살아 있음',
  noBlob: 'Blob 아님',
  urlName: (id) => `URL ${id + 1}`,
  held: (urls, bytes) =>
    urls === 0
      ? '살아 있는 URL이 없습니다. 주소 때문에 메모리에 남은 것은 없습니다.'
      : `URL ${count.format(urls)}개가 살아 있어서 ${bytes}가 메모리에 남아 있습니다.`,
};
