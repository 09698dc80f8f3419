/** Interface text of the media file view. */
import type { ByteRange } from '../core/bytes/ranges';
import type { FormatElement, FormatProblem, FormatTree } from '../core/formats/element';
import type { Texts } from './locale';

type Format = FormatTree['format'];

export interface MediaFileText {
  readonly label: (name: string) => string;
  readonly bytes: (count: number) => string;
  readonly seconds: (ms: number) => string;
  readonly noDuration: string;
  readonly open: string;
  readonly drop: string;
  readonly backTo: (name: string) => string;
  readonly reading: (name: string) => string;
  readonly stays: string;
  readonly refusals: {
    readonly empty: (name: string) => string;
    /** `is`: what it looks like, where that is known. */
    readonly neither: (name: string, found: string, is: string | null) => string;
    readonly unreadable: (name: string) => string;
  };
  readonly notFetched: string;
  readonly timeline: string;
  readonly timelineSummary: (pieces: number, format: Format, keyframes: number | null) => string;
  readonly piece: (
    format: Format,
    first: number,
    last: number,
    start: number,
    end: number,
    range: ByteRange,
  ) => string;
  readonly pieceName: (first: number, last: number) => string;
  readonly keyframe: string;
  readonly noTimeline: (format: Format) => string;
  readonly tick: (seconds: number) => string;
  readonly treeTitle: Readonly<Record<Format, string>>;
  readonly elements: (count: number, isWhole: boolean) => string;
  readonly more: (children: number) => string;
  readonly value: (element: FormatElement) => string;
  readonly unknownSize: string;
  readonly problemMark: string;
  /** Read out before an element's offset. */
  readonly offset: string;
  readonly bytesTitle: string;
  readonly shown: (range: ByteRange, of: number) => string;
  readonly grid: string;
  readonly legend: string;
  readonly roles: Readonly<Record<'id' | 'size' | 'number' | 'text' | 'type', string>>;
  readonly place: string;
  readonly earlier: string;
  readonly later: string;
  /** What a byte is, for who hears it. */
  readonly byte: (
    offset: number,
    hex: string,
    role: 'id' | 'size' | 'data' | null,
    name: string | null,
    format: Format,
  ) => string;
  readonly then: string;
  /** How an element's size is to be read. */
  readonly why: (element: FormatElement, format: Format) => string;
  readonly parts: Readonly<Record<'id' | 'size' | 'data' | 'type', string>>;
  readonly idSays: (element: FormatElement, format: Format) => string;
  readonly sizeSays: (element: FormatElement, format: Format) => string;
  readonly dataSays: (element: FormatElement) => string;
  readonly moreBytes: (count: number) => string;
  readonly field: (value: number | bigint | string) => string;
  readonly block: {
    readonly track: string;
    readonly time: string;
    readonly relative: (units: number) => string;
    readonly flags: string;
    readonly keyframe: (is: boolean) => string;
    readonly lacing: Readonly<Record<'none' | 'xiph' | 'fixed' | 'ebml', string>>;
    readonly frames: (lengths: readonly number[]) => string;
  };
  readonly problems: (count: number) => string;
  readonly problem: (problem: FormatProblem) => string;
  readonly noProblems: string;
}

const whole = new Intl.NumberFormat('en');
const two = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 9 });

const bytes = (n: number): string => `${whole.format(n)} ${n === 1 ? 'byte' : 'bytes'}`;
const hex = (offset: number): string => `0x${offset.toString(16).toUpperCase()}`;
const lengthOf = ({ start, end }: ByteRange): number => end - start;
const vintBytes = (n: number): string =>
  [
    '',
    'one byte',
    'two bytes',
    'three bytes',
    'four bytes',
    'five bytes',
    'six bytes',
    'seven bytes',
    'eight bytes',
  ][n] ?? bytes(n);
const zeros = (n: number): string =>
  n === 0
    ? 'the leading 1 says'
    : `${n === 1 ? 'one zero' : `${n} zeros`} before the first 1 ${n === 1 ? 'says' : 'say'}`;

function value({ value: of, data, children, childrenAreRead, missing }: FormatElement): string {
  if (of === null)
    return children.length > 0 || !childrenAreRead || lengthOf(data) === 0
      ? ''
      : missing > 0
        ? `${bytes(lengthOf(data))}, cut off`
        : bytes(lengthOf(data));
  switch (of.kind) {
    case 'integer':
      return whole.format(of.value);
    case 'float':
      return short.format(of.value);
    case 'text':
      return `"${of.value.length > 32 ? `${of.value.slice(0, 31)}…` : of.value}"`;
    case 'block':
      return `${of.value.keyframe ? 'keyframe, ' : ''}${bytes(lengthOf(data))}`;
    case 'fields': {
      const told = of.value.find(
        ({ name }) =>
          ![
            'version',
            'flags',
            'pre_defined',
            'reserved',
            'data_reference_index',
            'configurationVersion',
            'creation_time',
            'modification_time',
          ].includes(name),
      );
      if (told === undefined) return '';
      const shown = typeof told.value === 'string' ? `"${told.value}"` : whole.format(told.value);
      return `${told.name} ${shown}`;
    }
  }
}

const problemWords: Readonly<Record<FormatProblem['code'], string>> = {
  truncated: 'It is cut off',
  'bad-id': 'No element begins here',
  'bad-size': 'Its size cannot be',
  'too-long': 'It is longer than what it stands in',
  'too-deep': 'It lies too deep',
  'too-many': 'There are too many elements',
  'bad-value': 'Its data cannot be read',
  'not-this-format': 'The file does not begin as its format says',
};

export const mediaFileText: Texts<MediaFileText> = {
  en: {
    label: (name) => `Media file ${name}`,
    bytes,
    seconds: (ms) => `${two.format(ms / 1000)} s`,
    noDuration: 'no duration written',
    open: 'Open your own file',
    drop: 'Drop it anywhere here',
    backTo: (name) => `Back to ${name}`,
    reading: (name) => `Reading ${name}`,
    stays: 'Your file stays on this device.',
    refusals: {
      empty: (name) => `${name} is empty: there is no byte to look at.`,
      neither: (name, found, is) =>
        `${name} is neither WebM nor MP4${is === null ? '' : `, but looks like ${is}`}: at offset 0 stands ${found}. A WebM begins with 1A 45 DF A3; an MP4 has the letters "ftyp" at offset 4.`,
      unreadable: (name) =>
        `${name} could not be read. It may have been moved or changed; choose it again.`,
    },
    notFetched:
      'The rest of the file could not be fetched: the bytes that came with the page are here.',
    timeline: 'Timeline',
    timelineSummary: (pieces, format, keyframes) =>
      [
        `${whole.format(pieces)} ${format === 'webm' ? 'cluster' : 'fragment'}${pieces === 1 ? '' : 's'}`,
        ...(keyframes === null
          ? []
          : [`${whole.format(keyframes)} keyframe${keyframes === 1 ? '' : 's'}`]),
      ].join(', '),
    piece: (format, first, last, start, end, range) =>
      `${format === 'webm' ? 'Cluster' : 'Fragment'}${first === last ? ` ${first}` : `s ${first} to ${last}`}, ${two.format(start / 1000)} to ${two.format(end / 1000)} seconds, ${bytes(lengthOf(range))} from offset ${whole.format(range.start)}`,
    pieceName: (first, last) => (first === last ? String(first) : `${first}–${last}`),
    keyframe: 'keyframe',
    noTimeline: (format) =>
      format === 'webm'
        ? 'No cluster, so nothing to play.'
        : 'No fragments: one table (moov) says where each frame lies in mdat.',
    tick: (seconds) => `${whole.format(seconds)} s`,
    treeTitle: { webm: 'WebM elements', mp4: 'MP4 boxes' },
    elements: (count, isWhole) =>
      isWhole ? whole.format(count) : `${whole.format(count)} read so far`,
    more: (children) => `+${whole.format(children)}`,
    value,
    unknownSize: 'size unknown',
    problemMark: 'problem',
    offset: ', offset ',
    bytesTitle: 'Bytes',
    shown: ({ start, end }, of) =>
      `${whole.format(start)}–${whole.format(Math.max(start, end - 1))} of ${whole.format(of)}`,
    grid: 'Bytes of the file. Arrow keys move; Page Up and Page Down by a screen; Control with Home and End to the ends of the file',
    legend: 'What the bytes are',
    roles: { id: 'ID', size: 'size', number: 'number', text: 'text or binary', type: 'type' },
    place: 'Place in the file',
    earlier: 'Earlier bytes',
    later: 'Later bytes',
    byte: (offset, shown, role, name, format) =>
      `offset ${whole.format(offset)}, ${shown}${role === null || name === null ? ', in no element' : `, ${role === 'id' ? (format === 'webm' ? 'ID' : 'type') : role} of ${name}`}`,
    then: 'then',
    why: (element, format) => {
      const { sizeIsKnown, sizeRange, data, missing } = element;
      const size = lengthOf(data) + missing;
      if (format === 'mp4')
        return !sizeIsKnown
          ? 'size 0: the box goes on to the end of the file'
          : `the size counts the whole box, its head too: ${whole.format(data.end - element.range.start + missing)}`;
      if (!sizeIsKnown)
        return 'all bits of the size are 1: it is unknown, and ends where something begins that cannot stand inside';
      const n = lengthOf(sizeRange);
      return `${zeros(n - 1)} that the size is ${vintBytes(n)} long, the rest says ${whole.format(size)}`;
    },
    parts: { id: 'ID', size: 'Size', data: 'Data', type: 'Type' },
    idSays: ({ name, id }, format) =>
      format === 'mp4'
        ? `Four letters: ${name}.`
        : name === 'unknown'
          ? `${id} has no name here. The marker bit stays in.`
          : `${name}. The marker bit stays in.`,
    sizeSays: (element, format) => {
      const { sizeIsKnown, data, range, missing, sizeRange } = element;
      if (format === 'mp4') {
        if (!sizeIsKnown) return '0: to the end of the file.';
        const size = whole.format(lengthOf(range) + missing);
        return lengthOf(sizeRange) === 8
          ? `64 bits, since the 32 before the type say 1: ${size}, head included.`
          : `Big-endian, head included: ${size}.`;
      }
      return sizeIsKnown
        ? `Drop the marker bit: ${whole.format(lengthOf(data) + missing)}.`
        : 'All ones behind the marker: unknown size.';
    },
    dataSays: (element) => {
      const { children, childrenAreRead, missing, data } = element;
      const cutOff = missing > 0 ? ` ${bytes(missing)} of it are not there.` : '';
      if (
        element.value !== null &&
        element.value.kind !== 'fields' &&
        element.value.kind !== 'block'
      )
        return `${value(element)}${cutOff}`;
      if (children.length > 0 || !childrenAreRead) return `Child elements start here.${cutOff}`;
      if (lengthOf(data) === 0) return `Nothing.${cutOff}`;
      return element.value === null
        ? `${bytes(lengthOf(data))} that are not opened here.${cutOff}`
        : cutOff.trim();
    },
    field: (of) => (typeof of === 'string' ? `"${of}"` : whole.format(of)),
    moreBytes: (count) => `+${whole.format(count)}`,
    block: {
      track: 'track',
      time: 'time',
      relative: (units) =>
        `${units < 0 ? '−' : '+'}${whole.format(Math.abs(units))}, from its cluster’s Timestamp`,
      flags: 'flags',
      keyframe: (is) => (is ? 'keyframe' : 'no keyframe'),
      lacing: {
        none: 'no lacing: one frame',
        xiph: 'Xiph lacing',
        fixed: 'lacing of equal sizes',
        ebml: 'EBML lacing',
      },
      frames: (lengths) =>
        lengths.length === 1
          ? `one frame of ${bytes(lengths[0] ?? 0)}`
          : `${whole.format(lengths.length)} frames of ${lengths
              .slice(0, 8)
              .map((n) => whole.format(n))
              .join(', ')}${lengths.length > 8 ? ', …' : ''} bytes`,
    },
    problems: (count) => (count === 1 ? '1 problem' : `${whole.format(count)} problems`),
    problem: ({ offset, code, within, found, expected }) =>
      `Offset ${whole.format(offset)} (${hex(offset)})${within === null ? '' : `, in ${within}`}: ${problemWords[code]}. Found ${found}, expected ${expected}.`,
    noProblems: 'Every byte belongs to an element.',
  },
};
