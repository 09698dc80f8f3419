/** Bytes as the text of other tools: what a selection is copied as. */
import { toBase64 } from './base64';
import { formatByte } from './format';

export const COPY_FORMS = ['hex', 'js', 'base64', 'c'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

/** More bytes are not copied: as text they would be six times as long. */
export const MOST_COPIED_BYTES = 1024 * 1024;
const A_LINE = 16;

/**
 * @example copyAs(Uint8Array.of(255, 216), 'hex') // FF D8
 * @example copyAs(Uint8Array.of(255, 216), 'js') // new Uint8Array([0xFF, 0xD8])
 */
export function copyAs(bytes: Uint8Array, form: CopyForm): string {
  switch (form) {
    case 'hex':
      return lines(bytes, (byte) => formatByte(byte, 'hex'), ' ', '');
    case 'js': {
      const isShort = bytes.length <= A_LINE;
      const list = lines(
        bytes,
        (byte) => `0x${formatByte(byte, 'hex')}`,
        ', ',
        isShort ? '' : '  ',
      );
      return isShort ? `new Uint8Array([${list}])` : `new Uint8Array([\n${list},\n])`;
    }
    case 'base64':
      return toBase64(bytes);
    case 'c': {
      // A C array has one element at least.
      if (bytes.length === 0) return '/* no bytes */';
      const list = lines(bytes, (byte) => `0x${formatByte(byte, 'hex')}`, ', ', '  ');
      return `const unsigned char bytes[${bytes.length}] = {\n${list}\n};`;
    }
  }
}

function lines(
  bytes: Uint8Array,
  write: (byte: number) => string,
  between: string,
  indent: string,
): string {
  const all: string[] = [];
  for (let at = 0; at < bytes.length; at += A_LINE)
    all.push(indent + Array.from(bytes.subarray(at, at + A_LINE), write).join(between));
  return all.join(`${between.trimEnd()}\n`);
}
