/** Interface text of the file inspector. */
import type { ByteRange } from '../core/bytes/ranges';
import type { CopyForm } from '../core/bytes/copy-as';
import type { TextEncodingName } from '../core/bytes/search';
import type { FormatElement, FormatName } from '../core/formats/element';
import type { Texts } from './locale';
import { mediaFileText } from './media-file';

type Colour = 'red' | 'green' | 'blue' | 'grey';
type Other = 'bits' | 'ascii' | 'utf8' | 'utf16' | 'seconds' | 'milliseconds';

export interface ImportedNotes {
  /** That came in, that did not fit the file, and that there was no room for. */
  readonly count: number;
  readonly leftOut: number;
  readonly noRoom: number;
  /** The file that they were made for, where it is another one. */
  readonly ofOther: string | null;
}

export interface InspectorText {
  /** In the footer. */
  readonly link: string;
  readonly page: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly stays: string;
    readonly noScript: string;
  };
  readonly label: string;
  readonly open: string;
  readonly openOther: string;
  readonly close: string;
  readonly drop: string;
  readonly examples: string;
  readonly bytes: (count: number) => string;
  /** Of the file: what its first bytes say. */
  readonly formats: Readonly<Record<FormatName, string>>;
  readonly unknownFormat: (looksLike: string | null, first: string) => string;
  readonly said: {
    readonly opening: (name: string) => string;
    readonly opened: (name: string, format: string | null) => string;
    readonly empty: (name: string) => string;
    readonly unreadable: (name: string) => string;
    readonly notFetched: (name: string) => string;
    readonly closed: (name: string) => string;
  };
  readonly structure: {
    readonly title: string;
    readonly reading: string;
    readonly elements: (count: number, isWhole: boolean) => string;
    readonly value: (element: FormatElement) => string;
    readonly fields: (name: string) => string;
  };
  readonly grid: {
    readonly title: string;
    readonly label: string;
    readonly keys: string;
    readonly row: (offset: number, values: readonly (string | null)[]) => string;
    readonly at: (offset: number, hex: string, of: string | null) => string;
    readonly legend: Readonly<Record<'id' | 'size' | 'number' | 'text', string>>;
    readonly legendLabel: string;
  };
  readonly go: {
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly noOffset: (text: string) => string;
    readonly outside: (text: string, last: number) => string;
    readonly went: (range: ByteRange) => string;
  };
  readonly search: {
    readonly label: string;
    readonly kind: string;
    readonly hex: string;
    readonly encodings: Readonly<Record<TextEncodingName, string>>;
    readonly ignoreCase: string;
    readonly next: string;
    readonly previous: string;
    readonly cancel: string;
    readonly hexHint: string;
    readonly textHint: string;
    readonly noHex: (text: string) => string;
    readonly noText: string;
    readonly tooLong: (most: number) => string;
    readonly searching: (percent: number) => string;
    readonly found: (range: ByteRange) => string;
    readonly none: string;
    readonly cancelled: string;
    readonly failed: string;
  };
  readonly selection: {
    readonly title: string;
    readonly range: (range: ByteRange) => string;
    readonly copy: string;
    readonly forms: Readonly<Record<CopyForm, string>>;
    readonly copied: (count: number, form: string) => string;
    readonly tooMany: (count: number, most: number) => string;
    readonly notCopied: string;
  };
  readonly lanes: {
    readonly title: string;
    readonly partFailed: string;
    readonly partRetry: string;
  };
  readonly readings: {
    readonly title: string;
    readonly at: (offset: number) => string;
    readonly type: string;
    readonly little: string;
    readonly big: string;
    readonly others: Readonly<Record<Other, string>>;
    readonly none: string;
  };
  readonly notes: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly none: string;
    readonly name: string;
    readonly colour: string;
    readonly colours: Readonly<Record<Colour, string>>;
    readonly add: string;
    readonly unnamed: string;
    readonly go: (name: string, range: ByteRange) => string;
    readonly rename: (name: string) => string;
    readonly recolour: (name: string) => string;
    readonly remove: (name: string) => string;
    readonly removed: (name: string) => string;
    readonly undo: string;
    readonly save: string;
    readonly openList: string;
    readonly kept: string;
    readonly notKept: string;
    readonly setAside: string;
    readonly noList: (name: string) => string;
    readonly imported: (of: ImportedNotes) => string;
    readonly full: (most: number) => string;
  };
}

const whole = new Intl.NumberFormat('en');
const bytes = (n: number): string => `${whole.format(n)} ${n === 1 ? 'byte' : 'bytes'}`;
const hex = (offset: number): string => `0x${offset.toString(16).toUpperCase()}`;
const rangeText = ({ start, end }: ByteRange): string =>
  end - start === 1 ? hex(start) : `${hex(start)} to ${hex(end - 1)}`;

/** Fields that say best what an element is, the first of these that it has. */
export const TELLING_FIELDS: readonly string[] = [
  ...['value', 'fileName', 'keyword', 'identifier', 'applicationIdentifier', 'text', 'form'],
  ...['entries', 'width', 'imageWidth', 'logicalScreenWidth'],
];

/** What a row of the tree says of an element: its own value, or its most telling field. */
export function tellingValue(
  element: FormatElement,
  usual: (element: FormatElement) => string,
): string {
  const { value } = element;
  if (value?.kind !== 'fields') return usual(element);
  const fields = TELLING_FIELDS.flatMap((name) => value.value.find((f) => f.name === name) ?? []);
  const [best] = fields;
  if (best === undefined) {
    // A checksum says nothing of what it is of.
    const isBare = value.value.every(({ name }) => name === 'crc');
    return usual(isBare ? { ...element, value: null } : element);
  }
  const other = best.name.replace('width', 'height').replace('Width', 'Height');
  const height = value.value.find(({ name }) => name === other);
  if (other !== best.name && height !== undefined)
    return `${String(best.value)} × ${String(height.value)}`;
  return String(best.value);
}

export const inspectorText: Texts<InspectorText> = {
  en: {
    link: 'File inspector',
    page: {
      title: 'File inspector',
      description:
        'Open any file and see its bytes: structure, values in both byte orders, search, notes. Nothing leaves your device.',
      lead: 'Open any file and look at its bytes. PNG, JPEG with EXIF, GIF, BMP, WAV, WebM, MP4, ZIP and WebAssembly show what each byte is; of every other file there are the bytes, their values and the search.',
      stays:
        'The file is read on this device, a piece at a time, and goes nowhere. Notes are kept in this browser.',
      noScript: 'The inspector reads files by JavaScript, which is off in this browser.',
    },
    label: 'File inspector',
    open: 'Open a file',
    openOther: 'Open another file',
    close: 'Close',
    drop: 'or drop one anywhere on this page',
    examples: 'Or look at one of this site’s own:',
    bytes,
    formats: {
      webm: 'WebM',
      mp4: 'MP4',
      png: 'PNG',
      jpeg: 'JPEG',
      gif: 'GIF',
      bmp: 'BMP',
      wav: 'WAV',
      zip: 'ZIP',
      wasm: 'WebAssembly',
    },
    unknownFormat: (looksLike, first) =>
      `${looksLike === null ? 'No format that is known here' : `It looks like ${looksLike}, which has no reader here`}: at offset 0 stands ${first}.`,
    said: {
      opening: (name) => `Opening ${name}`,
      opened: (name, format) => `${name} is open${format === null ? '' : `: ${format}`}.`,
      empty: (name) => `${name} is empty: there is no byte to look at.`,
      unreadable: (name) =>
        `${name} could not be read. It may have been moved or changed; open it again.`,
      notFetched: (name) => `${name} could not be fetched from this site.`,
      closed: (name) => `${name} is closed.`,
    },
    structure: {
      title: 'Structure',
      reading: 'Reading the structure',
      elements: (count, isWhole) =>
        isWhole ? whole.format(count) : `${whole.format(count)} read so far`,
      value: (element) => tellingValue(element, mediaFileText.en.value),
      fields: (name) => `Fields of ${name}`,
    },
    grid: {
      title: 'Bytes',
      label: 'Bytes of the file, by rows',
      keys: 'Arrow keys move by a byte and a row, with Shift they select; Page Up and Page Down by a screen; Home and End in the row, with Control in the file; Control and A selects all, Control and C copies as hex.',
      row: (offset, values) =>
        `offset ${hex(offset)}, ${bytes(values.length)}: ${values.map((v) => v ?? 'not read').join(' ')}`,
      at: (offset, shown, of) => `${hex(offset)}: ${shown}${of === null ? '' : `, ${of}`}`,
      legend: { id: 'ID or type', size: 'size', number: 'number', text: 'text or binary' },
      legendLabel: 'What the bytes are',
    },
    go: {
      label: 'Go to offset',
      hint: '0x1F0, 496, +16, -16, 0x10..0x20',
      button: 'Go',
      noOffset: (text) =>
        `“${text}” is no offset. Write a number (496), a hexadecimal one (0x1F0), a step (+16, -16) or a range (0x10..0x20).`,
      outside: (text, last) => `${text} lies outside the file, whose last byte is at ${hex(last)}.`,
      went: (range) => `At ${rangeText(range)}.`,
    },
    search: {
      label: 'Search the file',
      kind: 'As',
      hex: 'Hex',
      encodings: {
        'utf-8': 'Text, UTF-8',
        'utf-16le': 'Text, UTF-16 LE',
        'utf-16be': 'Text, UTF-16 BE',
      },
      ignoreCase: 'Ignore case (A–Z)',
      next: 'Next',
      previous: 'Previous',
      cancel: 'Cancel',
      hexHint: 'FF D8 ??',
      textHint: 'Exif',
      noHex: (text) =>
        `“${text}” is no bytes. Write two hexadecimal digits a byte, ? for any digit: FF D8 ??`,
      noText: 'Write what to search for.',
      tooLong: (most) => `That is too long. A search is for at most ${bytes(most)}.`,
      searching: (percent) => `Searching, ${percent}%`,
      found: (range) => `Found at ${rangeText(range)}.`,
      none: 'It is not in this file.',
      cancelled: 'Cancelled.',
      failed: 'The file could not be read any further.',
    },
    selection: {
      title: 'Selection',
      range: (range) => `${rangeText(range)}, ${bytes(range.end - range.start)}`,
      copy: 'Copy as',
      forms: { hex: 'Hex', js: 'JS array', base64: 'Base64', c: 'C array' },
      copied: (count, form) => `${bytes(count)} copied as ${form}.`,
      tooMany: (count, most) =>
        `${bytes(count)} are selected, and at most ${bytes(most)} are copied as text. Select less.`,
      notCopied: 'This browser did not let the page copy.',
    },
    lanes: {
      title: 'As typed arrays',
      partFailed: 'This view did not load.',
      partRetry: 'Try again',
    },
    readings: {
      title: 'Values',
      at: (offset) => `from ${hex(offset)}`,
      type: 'Type',
      little: 'Little-endian',
      big: 'Big-endian',
      others: {
        bits: 'Bits',
        ascii: 'ASCII',
        utf8: 'UTF-8',
        utf16: 'UTF-16',
        seconds: 'Unix time, Int32 s',
        milliseconds: 'Unix time, BigInt64 ms',
      },
      none: 'none',
    },
    notes: {
      title: 'Notes',
      count: (count) => whole.format(count),
      none: 'Select bytes, and write what they are.',
      name: 'Note on the selection',
      colour: 'Colour',
      colours: { red: 'red', green: 'green', blue: 'blue', grey: 'grey' },
      add: 'Add',
      unnamed: 'unnamed',
      go: (name, range) => `${name}, ${rangeText(range)}`,
      rename: (name) => `Name of the note ${name}`,
      recolour: (name) => `Colour of the note ${name}`,
      remove: (name) => `Remove the note ${name}`,
      removed: (name) => `The note ${name} is removed.`,
      undo: 'Undo',
      save: 'Save as JSON',
      openList: 'Open JSON',
      kept: 'Kept in this browser, for this file.',
      notKept: 'This browser does not keep them. Save them as JSON before you leave.',
      setAside:
        'The notes that were kept for this file could not be read. They are set aside in this browser, untouched.',
      noList: (name) => `${name} holds no notes of the inspector.`,
      imported: ({ count, leftOut, noRoom, ofOther }) =>
        [
          `${whole.format(count)} ${count === 1 ? 'note' : 'notes'} came in.`,
          ...(leftOut > 0 ? [`${whole.format(leftOut)} did not fit this file.`] : []),
          ...(noRoom > 0 ? [`There was no room for ${whole.format(noRoom)} more.`] : []),
          ...(ofOther === null ? [] : [`They were made for ${ofOther}.`]),
        ].join(' '),
      full: (most) => `There is room for ${whole.format(most)} notes.`,
    },
  },
};
