/** Interface text of the Blob view. */
import type { Texts } from './locale';

export interface BlobsText {
  readonly title: string;
  /** `12 bytes`. */
  readonly bytes: (count: number) => string;
  readonly unnamed: (id: number) => string;
  /** The heading of one tape, spoken. */
  readonly tape: (name: string, bytes: string) => string;
  readonly noType: string;
  readonly empty: string;
  readonly parts: Readonly<Record<'text' | 'bytes' | 'blob' | 'unknown', string>>;
  readonly partOf: (kind: string, name: string) => string;
  readonly range: (start: number, end: number) => string;
  readonly slice: string;
  readonly read: string;
  readonly line: (line: number) => string;
  readonly omitted: (count: number) => string;
  readonly ledger: string;
  readonly columns: { readonly url: string; readonly blob: string; readonly size: string };
  readonly made: string;
  readonly revoked: string;
  readonly live: string;
  readonly noBlob: string;
  readonly urlName: (id: number) => string;
  readonly held: (urls: number, bytes: string) => string;
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const blobsText: Texts<BlobsText> = {
  en: {
    title: 'Blobs',
    bytes: (count) => plural(count, 'byte', 'bytes'),
    unnamed: (id) => `Blob ${id + 1}`,
    tape: (name, bytes) => `${name}, ${bytes}`,
    noType: 'no type',
    empty: 'No bytes.',
    parts: { text: 'text', bytes: 'bytes', blob: 'Blob', unknown: 'bytes' },
    partOf: (kind, name) => `${kind} of ${name}`,
    range: (start, end) =>
      end - start === 1
        ? `byte ${start.toLocaleString('en')}`
        : end > start
          ? `bytes ${start.toLocaleString('en')} to ${(end - 1).toLocaleString('en')}`
          : `no bytes, at ${start.toLocaleString('en')}`,
    slice: 'slice',
    read: 'read by',
    line: (line) => `line ${line}`,
    omitted: (count) => `${plural(count, 'more is', 'more are')} not shown.`,
    ledger: 'Object URLs',
    columns: { url: 'URL', blob: 'keeps', size: 'bytes' },
    made: 'made',
    revoked: 'revoked',
    live: 'live',
    noBlob: 'no Blob',
    urlName: (id) => `URL ${id + 1}`,
    held: (urls, bytes) =>
      urls === 0
        ? 'No URL is live: nothing is kept in memory by an address.'
        : `${plural(urls, 'URL is', 'URLs are')} live and ${urls === 1 ? 'keeps' : 'keep'} ${bytes} in memory.`,
  },
};
