/** CRC-32 as PNG, ZIP and gzip have it: reflected, polynomial EDB88320. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++)
    rest = (rest & 1) === 0 ? rest >>> 1 : (rest >>> 1) ^ 0xedb88320;
  return rest;
});

/**
 * The checksum as an unsigned number.
 *
 * @example crc32(new TextEncoder().encode('IEND')) // 0xae426082
 * @see PNG (third edition) §5.5
 */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ (TABLE[(rest ^ byte) & 0xff] as number);
  return (rest ^ 0xffffffff) >>> 0;
}
