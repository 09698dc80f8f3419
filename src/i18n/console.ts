import type { Texts } from './locale';

export interface ConsoleText {
  readonly expand: string;
  readonly collapse: string;
  readonly line: (line: number) => string;
  readonly times: (count: number) => string;
  readonly level: Readonly<Record<'warn' | 'error' | 'info' | 'debug', string>>;
  readonly moreItems: (count: number) => string;
  readonly moreText: (count: number) => string;
  readonly indexColumn: string;
  readonly valueColumn: string;
  readonly detached: string;
  readonly facts: Readonly<
    Record<
      | 'buffer'
      | 'byteOffset'
      | 'byteLength'
      | 'length'
      | 'maxByteLength'
      | 'bytes'
      | 'type'
      | 'size',
      string
    >
  >;
  readonly bufferOf: (id: number | null, byteLength: number) => string;
  readonly moreBytes: (count: number) => string;
  readonly unreadBytes: string;
  readonly emptySlots: (count: number) => string;
}

const n = new Intl.NumberFormat('en');

export const consoleText: Texts<ConsoleText> = {
  en: {
    expand: 'Show what is inside',
    collapse: 'Hide what is inside',
    line: (line) => `line ${line}`,
    times: (count) => `${n.format(count)} times`,
    level: { warn: 'Warning', error: 'Error', info: 'Information', debug: 'Debug' },
    moreItems: (count) => `… ${n.format(count)} more`,
    moreText: (count) => `… ${n.format(count)} more characters`,
    indexColumn: '(index)',
    valueColumn: 'Value',
    detached: 'detached',
    facts: {
      buffer: 'buffer',
      byteOffset: 'byteOffset',
      byteLength: 'byteLength',
      length: 'length',
      maxByteLength: 'maxByteLength',
      bytes: 'bytes, hex',
      type: 'type',
      size: 'size',
    },
    bufferOf: (id, byteLength) =>
      id === null
        ? `ArrayBuffer(${n.format(byteLength)})`
        : `ArrayBuffer(${n.format(byteLength)}), number ${id + 1} in memory`,
    moreBytes: (count) => `… ${n.format(count)} more`,
    unreadBytes: 'not read',
    emptySlots: (count) => (count === 1 ? 'empty' : `empty × ${n.format(count)}`),
  },
};
