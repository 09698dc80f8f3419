/**
 * The clips of the site as probes have them: their own first bytes and times, with other bytes where the pictures were.
 * `clip.test.ts` compares all of this with the files in public/media.
 */
import { type Seeded } from '../../core/exercise';

/** What stands before the first Cluster of pattern-vp8.webm: EBML, the Segment's head, SeekHead, Void, Info, Tracks, Tags, Cues. */
export const CLIP_HEAD = fromHex(`
  1a45dfa39f4286810142f7810142f2810442f381084282847765626d4287810242858102185380670100000000022793
  114d9b74ba4dbb8b53ab841549a96653ac81a14dbb8b53ab841654ae6b53ac81c64dbb8c53ab841254c36753ac820114
  4dbb8c53ab841c53bb6b53ac82016aec0100000000000059000000000000000000000000000000000000000000000000
  000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
  00000000000000000000000000000000001549a966a02ad7b1830f42404d80844c6176665741844c61766644898840af
  4000000000001654ae6bc9ae0100000000000040d7810173c58800000000000000019c810022b59c83756e6488810086
  85565f56503883810123e38384027bc86ae091b0820140ba81b49a810255b08455b981011254c367d17373ce63c08b63
  c588000000000000000167c89845a387454e434f44455244878b4c617663206c696276707867c8a245a3884455524154
  494f4e44879430303a30303a30342e30303030303030303000001c53bb6bc9bb8fb38100b78af78101f18201b8f08103
  bb90b38203e8b78af78101f1828deef08104bb91b38207d0b78bf78101f1830115d4f08104bb91b3820bb8b78bf78101
  f183019e89f08104
`);

/** The same of recorded.webm: a Segment of unknown size, no Duration, no Cues. */
export const RECORDED_HEAD = fromHex(`
  1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878102428581021853806701ffffffffffffff
  114d9b74ab4dbb8b53ab841549a96653ac81a14dbb8b53ab841654ae6b53ac81bb4dbb8c53ab841254c36753ac820109
  ec0100000000000068000000000000000000000000000000000000000000000000000000000000000000000000000000
  000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
  00000000000000000000000000000000001549a966952ad7b1830f42404d80844c6176665741844c6176661654ae6bc9
  ae0100000000000040d7810173c58800000000000000019c810022b59c83756e648881008685565f56503883810123e3
  8384027bc86ae091b0820140ba81b49a810255b08455b981011254c367ac7373a963c08b63c588000000000000000167
  c89845a387454e434f44455244878b4c617663206c6962767078
`);

/** Bytes of each Cluster, its head included; the same in both files. */
export const CLUSTER_SIZES = [35_894, 34_790, 34_997, 35_082];

/** Times of the frames of one Cluster, from its own Timestamp; the first is a keyframe, in every Cluster. */
export const FRAME_TIMES = Array.from({ length: 24 }, (_, i) => Math.round((i * 1000) / 24));

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/g) ?? [], (digits) => parseInt(digits, 16));
}

/** Bytes behind each other. */
export function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The bytes of a whole number, highest first. */
export function bytesOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256);
}

/** A size in so many bytes; the fewest that hold it unless told. */
export function sizeOf(value: number, length = fewest(value)): number[] {
  const bytes = bytesOf(value, length);
  bytes[0] = (bytes[0] ?? 0) | (0x80 >> (length - 1));
  return bytes;
}

/** All ones would mean that the size is not known. */
const fewest = (value: number): number =>
  [1, 2, 3, 4, 5, 6, 7, 8].find((length) => value < 2 ** (7 * length) - 1) ?? 8;

/** An unknown size, in one byte or in eight. */
export const UNKNOWN = { short: [0xff], long: [1, 255, 255, 255, 255, 255, 255, 255] } as const;

/** An element: its id with the marker, its size, its data. */
export function element(
  id: number,
  data: Uint8Array | readonly number[],
  size: readonly number[] = sizeOf(data.length),
): Uint8Array {
  return join(bytesOf(id, id > 0xff_ffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1), size, data);
}

/** A SimpleBlock: track, relative time, flags, and the bytes of a picture. */
export function block(
  time: number,
  flags: number,
  picture: Uint8Array,
  track: readonly number[] = [0x81],
): Uint8Array {
  return element(0xa3, join(track, bytesOf((time + 65_536) % 65_536, 2), [flags], picture));
}

/** A Cluster of the clips, as long as it is there, with other bytes behind its head. */
export function clusterOf(size: number, random: Seeded): Uint8Array {
  return element(0x1f43b675, random.bytes(size - 7), sizeOf(size - 7, 3));
}
