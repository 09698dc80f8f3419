import type { Texts } from './locale';

export interface PixelsText {
  readonly title: string;
  readonly summary: (name: string | null, width: number, height: number, bytes: number) => string;
  /** Which of several ImageData. */
  readonly picture: string;
  readonly pictureOption: (
    index: number,
    name: string | null,
    operation: string,
    line: number | null,
    width: number,
    height: number,
  ) => string;
  readonly follow: string;
  readonly show: string;
  readonly showPicture: string;
  readonly showOrder: string;
  readonly download: string;
  readonly before: string;
  readonly after: string;
  readonly order: string;
  readonly divider: string;
  readonly dividerAt: (percent: number) => string;
  readonly stage: string;
  readonly brightness: string;
  readonly onCanvas: (x: number, y: number) => string;
  readonly magnifier: string;
  readonly magnifierSize: (columns: number, rows: number) => string;
  readonly bytes: string;
  readonly bytesRange: (start: number, end: number, of: number) => string;
  readonly byteRow: string;
  readonly valueRow: string;
  readonly wordRow: string;
  readonly hostOrder: (littleEndian: boolean) => string;
  readonly channels: readonly [string, string, string, string];
  readonly byteCell: (offset: number, channel: string, hex: string, value: number) => string;
  readonly pixelSpoken: (x: number, y: number, index: number, values: readonly number[]) => string;
  readonly histogram: string;
  readonly histogramAlt: (darkest: number, brightest: number, most: number) => string;
  readonly below: (share: number) => string;
  readonly notBelow: (share: number) => string;
  readonly verdict: (level: number, threshold: number) => string;
  readonly written: (written: number, all: number, step: number) => string;
  readonly outside: (pixels: number) => string;
  readonly cut: (rows: number, height: number) => string;
  readonly gone: string;
  readonly number: (value: number) => string;
}

const format = new Intl.NumberFormat('en');
const number = (value: number) => format.format(value);
const percent = (share: number) => `${Math.round(share * 100)}%`;

export const pixelsText: Texts<PixelsText> = {
  en: {
    title: 'Pixels',
    summary: (name, width, height, bytes) =>
      `${name === null ? '' : `${name}, `}${number(width)} × ${number(height)}, ${number(bytes)} bytes`,
    picture: 'ImageData',
    pictureOption: (index, name, operation, line, width, height) =>
      `${index + 1}: ${name ?? operation}${line === null ? '' : `, line ${line}`} (${width} × ${height})`,
    follow: 'The one in use at the step',
    show: 'What the right side shows',
    showPicture: 'Picture',
    showOrder: 'Write order',
    download: 'Download PNG',
    before: 'before',
    after: 'after',
    order: 'write order',
    divider: 'Before and after',
    dividerAt: (at) => `${at}% before, ${100 - at}% after`,
    stage:
      'Picture. Arrow keys move the crosshair one pixel, with Shift ten; Home and End go to the ends of the row',
    brightness: 'brightness',
    onCanvas: (x, y) => `on the canvas ${x}, ${y}`,
    magnifier: 'Magnifier',
    magnifierSize: (columns, rows) => `${columns} × ${rows} pixels`,
    bytes: 'Bytes of the pixel',
    bytesRange: (start, end, of) => `${number(start)}–${number(end)} of ${number(of)}`,
    byteRow: 'bytes',
    valueRow: 'value',
    wordRow: 'u32',
    hostOrder: (littleEndian) =>
      littleEndian
        ? 'This device is little-endian: the first byte is the lowest of the number.'
        : 'This device is big-endian: the first byte is the highest of the number.',
    channels: ['red', 'green', 'blue', 'alpha'],
    byteCell: (offset, channel, hex, value) => `byte ${offset}, ${channel}, hex ${hex}, ${value}`,
    pixelSpoken: (x, y, index, [red, green, blue, alpha]) =>
      `x ${x}, y ${y}, index ${index}: red ${red}, green ${green}, blue ${blue}, alpha ${alpha}`,
    histogram: 'Brightness',
    histogramAlt: (darkest, brightest, most) =>
      `Histogram of brightness before: from ${darkest} to ${brightest}, most pixels at ${most}.`,
    below: (share) => `${percent(share)} below`,
    notBelow: (share) => `${percent(share)} not below`,
    verdict: (level, threshold) =>
      `brightness ${level} is ${level < threshold ? 'below' : 'not below'} ${threshold}`,
    written: (written, all, step) =>
      `${number(written)} of ${number(all)} pixels written by step ${number(step)}`,
    outside: (pixels) => `Hatched: ${number(pixels)} pixels that lie outside the canvas.`,
    cut: (rows, height) =>
      `Shown are the first ${number(rows)} of ${number(height)} rows: a recording follows the first 1,048,576 bytes of a buffer.`,
    gone: 'Its bytes are not there at this step.',
    number,
  },
};
