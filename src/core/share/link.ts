/**
 * A shared link: what stands behind the `#` of `/playground/`.
 *
 *     1.pA9…                    a program: base64url of three bytes of fingerprint, then the record (record.ts), deflated
 *     1.views/create.Ab3d       a program of the site as it is, by its name and what it read like
 *     1.views/create.Ab3d.12    the same at step 12
 *     1.views/create.Ab3d.12.0-16.bin    with byte 16 of buffer 0 chosen, and bytes in binary
 *
 * The number in front is the version. Nothing here runs anything, draws anything, or asks anybody.
 */
import { BYTE_BASES } from '../bytes/format';
import { fromBase64Url, toBase64Url } from './base64-url';
import { deflate, inflate } from './deflate';
import { fingerprint, FINGERPRINT_BYTES, FINGERPRINT_CHARACTERS } from './fingerprint';
import {
  MAX_BUFFER,
  MAX_INFLATED_BYTES,
  MAX_LINK_CHARACTERS,
  MAX_OFFSET,
  MAX_STEP,
} from './limits';
import { TOO_LARGE, TOO_LONG, Unreadable, wrongField, type LinkProblem } from './problem';
import { readRecord, writeRecord } from './record';
import { PLAIN_VIEW, type Shared, type SharedView } from './shared';

export const LINK_VERSION = 1;

/** A program of the site, as it is there. */
export interface SharedExample {
  /** `views/create`, `views/exercises/window`. */
  readonly from: string;
  /** `exampleMark` of what it read like. */
  readonly mark: string;
  /** Conditions of a link to the lab do not go along: a program with those is written out. */
  readonly view: SharedView;
}

export type OpenedLink =
  | { readonly kind: 'program'; readonly shared: Shared }
  | { readonly kind: 'example'; readonly example: SharedExample }
  | { readonly kind: 'problem'; readonly problem: LinkProblem };

export type WrittenLink =
  | { readonly kind: 'link'; readonly hash: string }
  /** More than a link may hold. */
  | { readonly kind: 'problem'; readonly problem: LinkProblem };

/** What stands behind the `#` for a program; it never begins with the `#` itself. */
export function writeLink(shared: Shared): WrittenLink {
  const record = writeRecord(shared);
  if (record.length > MAX_INFLATED_BYTES) return { kind: 'problem', problem: TOO_LARGE };
  const mark = fingerprint(record);
  const packed = deflate(record);
  const bytes = new Uint8Array(mark.length + packed.length);
  bytes.set(mark);
  bytes.set(packed, mark.length);
  const hash = `${LINK_VERSION}.${toBase64Url(bytes)}`;
  // A link that nobody could open is no link: a name that is too long is to be said here, not there.
  const opened = openLink(hash);
  return opened.kind === 'problem' ? opened : { kind: 'link', hash };
}

export function writeExampleLink({ from, mark, view }: SharedExample): string {
  const { step, memory, base } = view;
  const parts = [
    step === null ? '' : String(step),
    memory === null ? '' : `${memory.buffer}-${memory.offset}`,
    base === 'hex' ? '' : base,
  ];
  while (parts.at(-1) === '') parts.pop();
  return [LINK_VERSION, from, mark, ...parts].join('.');
}

/** What a link holds, or why it cannot be opened. Never throws, whatever the link. */
export function openLink(hash: string): OpenedLink {
  try {
    return open(hash);
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'problem', problem: error.problem };
    throw error;
  }
}

/** What a sentence puts behind a link is no part of it. By steps: a regular expression would begin anew at each character. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && /[)\]}>'".,;:!?\s]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function open(hash: string): OpenedLink {
  if (hash.length > MAX_LINK_CHARACTERS) throw new Unreadable(TOO_LONG);
  const text = withoutTail(hash.replace(/^#/, ''));
  const [, version, data] = /^(\d{1,4})\.(.*)$/s.exec(text) ?? [];
  if (version === undefined || data === undefined) throw new Unreadable({ kind: 'none' });
  if (Number(version) > LINK_VERSION) throw new Unreadable({ kind: 'newer' });
  if (Number(version) < LINK_VERSION) throw new Unreadable({ kind: 'none' });
  if (data.includes('/')) return { kind: 'example', example: openExample(data) };
  const bytes = fromBase64Url(data);
  const mark = bytes.subarray(0, FINGERPRINT_BYTES);
  const record = inflate(bytes.subarray(FINGERPRINT_BYTES), MAX_INFLATED_BYTES);
  if (!fingerprint(record).every((byte, index) => byte === mark[index]))
    throw new Unreadable({ kind: 'damaged' });
  return { kind: 'program', shared: readRecord(record) };
}

/** `views/create`, its mark, and what of a view is not plain. */
const EXAMPLE =
  /^([a-z0-9-]+(?:\/[a-z0-9-]+){1,2})\.([\w-]+)(?:\.(\d*)(?:\.(?:(\d+)-(\d+))?(?:\.(dec|bin))?)?)?$/;

function openExample(data: string): SharedExample {
  const [, from, mark, step = '', buffer, offset, base] = EXAMPLE.exec(data) ?? [];
  if (from === undefined || mark?.length !== FINGERPRINT_CHARACTERS)
    throw wrongField('from', data, { kind: 'name' });
  return {
    from,
    mark,
    view: {
      ...PLAIN_VIEW,
      step: step === '' ? null : within(step, 'step', 1, MAX_STEP),
      memory:
        buffer === undefined || offset === undefined
          ? null
          : {
              buffer: within(buffer, 'memory.buffer', 0, MAX_BUFFER),
              offset: within(offset, 'memory.offset', 0, MAX_OFFSET),
            },
      base: BYTE_BASES.find((each) => each === base) ?? 'hex',
    },
  };
}

function within(digits: string, field: string, least: number, most: number): number {
  const value = Number(digits);
  if (value < least || value > most)
    throw wrongField(field, value, { kind: 'within', least, most });
  return value;
}
