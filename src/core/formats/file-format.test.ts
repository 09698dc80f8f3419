import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bmpReading } from './bmp';
import {
  FORMATS,
  MAX_PROBLEMS,
  walk,
  type FormatElement,
  type FormatName,
  type FormatTree,
} from './element';
import { detectFormat, readStructure } from './file-format';
import { gifReading } from './gif';
import { jpegReading } from './jpeg';
import { mp4Reading } from './mp4';
import { pngReading } from './png';
import { finish, Held, type Reading } from './reading';
import { wasmReading } from './wasm';
import { wavReading } from './wav';
import { webmReading } from './webm';
import { zipReading } from './zip';
import {
  bmpFile,
  bytes,
  gifFile,
  jpegFile,
  joined,
  pngChunk,
  pngFile,
  text,
  u16,
  u32,
  wasmFile,
  wavFile,
  zipFile,
} from './files.fixture';

const READERS: Readonly<Record<FormatName, (held: Held) => Reading<FormatTree<FormatName>>>> = {
  webm: (held) => webmReading(held, 'first'),
  mp4: mp4Reading,
  png: pngReading,
  jpeg: jpegReading,
  gif: gifReading,
  bmp: bmpReading,
  wav: wavReading,
  zip: zipReading,
  wasm: wasmReading,
};

const media = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../public/media/${name}`, import.meta.url)));

const read = (format: FormatName, bytes: Uint8Array) =>
  finish(READERS[format](new Held(bytes.length, new Uint8Array(0))), ({ start, end }) =>
    bytes.subarray(start, end),
  );

const names = (elements: readonly FormatElement[]) => elements.map(({ name }) => name);

/** The fields of the first element of a name. */
function fields(tree: FormatTree<FormatName>, name: string): Record<string, unknown> {
  const element = [...walk(tree.elements)].find((each) => each.name === name);
  if (element?.value?.kind !== 'fields') return {};
  return Object.fromEntries(element.value.value.map((field) => [field.name, field.value]));
}

/** Elements that follow each other and leave no byte out. */
function expectWhole(elements: readonly FormatElement[], end: number): void {
  let at = 0;
  for (const { range } of elements) {
    expect(range.start).toBe(at);
    at = range.end;
  }
  expect(at).toBe(end);
}

test('files are told by their first bytes', () => {
  for (const [format, file] of Object.entries(FILES)) expect(detectFormat(file)).toBe(format);
  expect(detectFormat(new TextEncoder().encode('just a text, and no more'))).toBeNull();
  expect(detectFormat(new Uint8Array(0))).toBeNull();
});

test('a text that begins with BM is no picture, and one that is cut off still is', () => {
  for (const words of ['BM', 'BMW and others, told by their names', 'BMP'.repeat(40)])
    expect(detectFormat(text(words))).toBeNull();
  expect(detectFormat(bmpFile().subarray(0, 30))).toBe('bmp');
});

test('the first part of a ZIP in several is one', async () => {
  const file = joined([bytes(0x50, 0x4b, 7, 8), zipFile()]);
  const { tree } = await readStructure({
    byteLength: file.length,
    read: ({ start, end }) => Promise.resolve(file.slice(start, end)),
  });
  expect(tree?.format).toBe('zip');
  expect(names(tree?.elements ?? [])).toContain('local file');
});

test.each(
  Object.keys({ png: 0, jpeg: 0, gif: 0, bmp: 0, wav: 0, zip: 0, wasm: 0 }) as FormatName[],
)('%s is read to its last byte, by ranges', async (format) => {
  const file = FILES[format];
  const ranges: number[] = [];
  const { tree } = await readStructure({
    byteLength: file.length,
    read: ({ start, end }) => {
      ranges.push(end - start);
      return Promise.resolve(file.slice(start, end));
    },
  });
  expect(tree?.format).toBe(format);
  expect(tree?.problems).toEqual([]);
  expectWhole(tree?.elements ?? [], file.length);
  expect(ranges.length).toBeGreaterThan(1);
});

describe('PNG', () => {
  test('the site’s own picture', () => {
    const file = media('lake-327x125.png');
    const tree = read('png', file);
    expect(tree.problems).toEqual([]);
    expectWhole(tree.elements, file.length);
    expect(fields(tree, 'IHDR')).toMatchObject({ width: 327, height: 125, bitDepth: 8 });
  });

  test('a checksum that is wrong is told with both sums', () => {
    const file = pngFile();
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
    expect(read('png', file).problems).toEqual([
      {
        offset: file.length - 4,
        code: 'bad-value',
        within: 'IEND',
        found: 'AE426083',
        expected: 'the checksum AE426082',
      },
    ]);
  });

  test('a text, what follows the end, and EXIF', () => {
    const text = pngChunk('tEXt', new TextEncoder().encode('Title\0A lake'));
    const exif = pngChunk('eXIf', jpegFile().subarray(12, 12 + 8 + 2 + 24 + 4 + 8));
    const file = joined([pngFile([text, exif]), Uint8Array.of(1, 2, 3)]);
    const tree = read('png', file);
    expect(tree.problems).toEqual([]);
    expect(fields(tree, 'tEXt')).toMatchObject({ keyword: 'Title', text: 'A lake' });
    expect(fields(tree, 'Orientation')).toMatchObject({ value: 6 });
    expect(tree.elements.at(-1)).toMatchObject({
      name: 'trailing bytes',
      range: { end: file.length },
    });
  });
});

describe('JPEG', () => {
  test.each(['lake-exif-ii.jpg', 'lake-exif-mm.jpg'])('%s has an orientation', (name) => {
    const file = media(name);
    const tree = read('jpeg', file);
    expect(tree.problems).toEqual([]);
    expectWhole(tree.elements, file.length);
    expect(fields(tree, 'TIFF header')['order']).toBe(name.includes('ii') ? 'II' : 'MM');
    expect(fields(tree, 'Orientation')['value']).toBe(6);
    expect([...walk(tree.elements)].some((each) => each.name.startsWith('SOF'))).toBe(true);
  });

  test('directories that lead to each other in a circle end', () => {
    const file = jpegFile();
    // The next directory of IFD0 is IFD0.
    file.set(u32(8), 12 + 8 + 2 + 24);
    const { problems } = read('jpeg', file);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'bad-value', found: 'a directory at 8' }),
    ]);
  });
});

describe('GIF, by its declaration', () => {
  test('colours are no parts of their own, however many tables there are', () => {
    const table = new Uint8Array(768);
    const image = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x87, ...table, 2, 0];
    const start = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0];
    const tree = read('gif', Uint8Array.from([...start, ...image, ...image, 0x3b]));
    expect(fields(tree, 'image')).toMatchObject({ localColorTable: '256 colours' });
  });

  test('blocks, sub-blocks and colours', () => {
    const tree = read('gif', gifFile());
    expect(names(tree.elements)).toEqual([
      ...['header', 'screen descriptor', 'global colour table'],
      ...['application extension', 'graphic control extension', 'image', 'trailer'],
    ]);
    expect(fields(tree, 'screen descriptor')).toMatchObject({
      logicalScreenWidth: 2,
      logicalScreenHeight: 2,
    });
    expect(fields(tree, 'global colour table')).toEqual({ entries: '4 colours' });
    expect(fields(tree, 'image')).toMatchObject({
      imageWidth: 2,
      imageHeight: 2,
      lzwMinimumCodeSize: 2,
    });
    expect(tree.elements[5]?.children.map(({ name }) => name)).toEqual(['sub-block', 'sub-block']);
  });

  test('a local colour table, a comment, a plain text, and an extension that is not known', () => {
    const tree = read(
      'gif',
      joined([
        ...[text('GIF87a'), u16(1), u16(1), bytes(0, 0, 0)],
        joined([bytes(0x21, 0xfe, 2), text('hi'), bytes(0)]),
        joined([
          bytes(0x21, 0x01, 12),
          new Uint8Array(8),
          bytes(8, 16, 1, 0, 2),
          text('hi'),
          bytes(0),
        ]),
        bytes(0x21, 0x77, 1, 5, 0),
        joined([bytes(0x2c), u16(0), u16(0), u16(1), u16(1), bytes(0x80), new Uint8Array(6)]),
        bytes(2, 1, 0x44, 0, 0x3b),
      ]),
    );
    expect(tree.problems).toEqual([]);
    expect(names(tree.elements)).toEqual([
      ...['header', 'screen descriptor', 'comment extension', 'plain text extension'],
      ...['unknown extension', 'image', 'trailer'],
    ]);
    expect(fields(tree, 'plain text extension')).toMatchObject({
      extensionLabel: '1, plain text',
      characterCellHeight: 16,
      textBackgroundColorIndex: 0,
    });
    expect(fields(tree, 'image')).toMatchObject({ localColorTable: '2 colours' });
    expect(tree.elements.map(({ children }) => children.length)).toEqual([0, 0, 2, 2, 2, 2, 0]);
  });

  test('what is cut off is shown as far as it goes', () => {
    const tree = read('gif', gifFile().subarray(0, 60));
    expect(tree.problems).toEqual([expect.objectContaining({ code: 'truncated' })]);
    expect(names(tree.elements)).toContain('graphic control extension');
  });

  test('a constant that is another one is told where it stands', () => {
    const file = gifFile();
    const control = file.findIndex((byte, i) => byte === 0x21 && file[i + 1] === 0xf9);
    file[control + 2] = 5;
    expect(read('gif', file).problems).toEqual([
      { offset: control + 2, code: 'bad-value', within: 'blockSize', found: '05', expected: '04' },
    ]);
  });
});

describe('ZIP, by its declaration', () => {
  test('heads, data and directory', () => {
    const tree = read('zip', zipFile());
    expect(names(tree.elements)).toEqual([
      ...['local file', 'local file', 'directory entry', 'directory entry'],
      'end of central directory',
    ]);
    expect(fields(tree, 'local file')).toMatchObject({
      fileName: 'a.txt',
      compressionMethod: '0, stored',
    });
    expect(fields(tree, 'end of central directory')['totalEntries']).toBe(2);
  });

  test('an extra field is shown by its ID, its size and its first bytes', () => {
    expect(fields(read('zip', zipFile()), 'extra field')).toEqual({
      headerId: '21589, extended timestamp',
      dataSize: 5,
      data: '01 00 10 5E 5F',
    });
  });

  test.each([
    ['of 4 bytes', bytes(), [u32(3), u32(4)], 4],
    ['of 8 bytes, for ZIP64', joined([u16(1), u16(0)]), [u32(3), u32(0), u32(4), u32(0)], 4],
  ])('sizes %s that follow the data', (_, extra, sizes, uncompressedSize) => {
    const shared = (compressed: number) => [
      ...[u16(20), u16(1 << 3), u16(8), u16(0), u16(0), u32(0)],
      ...[u32(compressed), u32(compressed), u16(1), u16(extra.length)],
    ];
    const file = joined([
      ...[text('PK'), bytes(3, 4), ...shared(0), text('a'), extra, text('abc')],
      ...[text('PK'), bytes(7, 8), u32(9), ...sizes],
    ]);
    const directory = joined([
      ...[text('PK'), bytes(1, 2), u16(20), ...shared(3)],
      ...[new Uint8Array(14), text('a'), extra],
    ]);
    const end = joined([
      ...[text('PK'), bytes(5, 6), u32(0), u16(1), u16(1)],
      ...[u32(directory.length), u32(file.length), u16(0)],
    ]);
    const tree = read('zip', joined([file, directory, end]));
    expect(tree.problems).toEqual([]);
    expectWhole(tree.elements, file.length + directory.length + end.length);
    expect(names(tree.elements[0]?.children ?? []).slice(-2)).toEqual([
      ...['file data', 'data descriptor'],
    ]);
    expect(fields(tree, 'data descriptor')).toMatchObject({
      crc32: 9,
      compressedSize: 3,
      uncompressedSize,
    });
  });

  test('a program in front of it moves the offsets', () => {
    const tree = read('zip', joined([new Uint8Array(100), zipFile()]));
    expect(tree.problems).toEqual([]);
    expect(tree.elements[0]).toMatchObject({ name: 'local file', range: { start: 100 } });
  });

  test('without its end the files are found one after the other', () => {
    const file = zipFile();
    const tree = read('zip', file.subarray(0, file.length - 30));
    expect(tree.problems.map(({ code }) => code)).toEqual(['truncated']);
    expect(names(tree.elements)).toEqual(['local file', 'local file']);
  });

  test('where the directory stands elsewhere (ZIP64), the files are found all the same', () => {
    const file = zipFile();
    file.set(u32(0xffffffff), file.length - 6);
    const tree = read('zip', file);
    expect(tree.problems).toEqual([
      expect.objectContaining({ code: 'bad-value', offset: file.length - 10 }),
    ]);
    expect(names(tree.elements)).toEqual([
      ...['local file', 'local file', 'end of central directory'],
    ]);
  });

  test('a directory whose entries lie elsewhere says where it says so', () => {
    const file = zipFile();
    // The second entry's offset, 42 bytes into it.
    const second = read('zip', file).elements[3]?.range.start ?? 0;
    file.set(u32(7), second + 42);
    expect(read('zip', file).problems).toEqual([
      {
        offset: 7,
        code: 'bad-id',
        within: 'b.txt',
        found: expect.any(String) as string,
        expected: '50 4B 03 04',
      },
    ]);
  });

  test('of a gigabyte a few kilobytes are read', () => {
    const small = zipFile(1);
    const body = 1 << 30;
    const headEnd = 30 + 5;
    const tail = small.slice(headEnd + 3);
    const head = small.slice(0, headEnd);
    head.set(u32(body), 18);
    tail.set(u32(body), 20);
    tail.set(u32(headEnd + body), tail.length - 6);
    const byteLength = headEnd + body + tail.length;
    let bytesRead = 0;
    const tree = finish(zipReading(new Held(byteLength, new Uint8Array(0))), ({ start, end }) => {
      bytesRead += end - start;
      const out = new Uint8Array(end - start);
      for (const [at, piece] of [
        [0, head],
        [headEnd + body, tail],
      ] as const)
        for (let i = Math.max(start, at); i < Math.min(end, at + piece.length); i++)
          out[i - start] = piece[i - at] ?? 0;
      return out;
    });
    expect(tree.problems).toEqual([]);
    expect(tree.elements[0]?.range.end).toBe(headEnd + body);
    expect(bytesRead).toBeLessThan(100_000);
  });
});

test('BMP, WAV and WebAssembly say what they hold', () => {
  const bmp = read('bmp', bmpFile());
  expect(names(bmp.elements)).toEqual(['BITMAPFILEHEADER', 'BITMAPINFOHEADER', 'pixels']);
  expect(fields(bmp, 'BITMAPINFOHEADER')).toMatchObject({ width: 2, height: 2, bitsPerPixel: 24 });
  const wav = read('wav', wavFile());
  expect(names(wav.elements[0]?.children ?? [])).toEqual(['LIST', 'fmt ', 'data']);
  expect(fields(wav, 'fmt ')).toMatchObject({ format: 1, sampleRate: 44_100, bitsPerSample: 16 });
  expect(fields(wav, 'INAM')).toEqual({ text: 'abc' });
  const wasm = read('wasm', wasmFile());
  expect(names(wasm.elements)).toEqual([
    'header',
    'type',
    'import',
    'function',
    'memory',
    'export',
    'code',
    'custom',
  ]);
  expect(fields(wasm, 'import')).toEqual({ entries: 1 });
  expect(fields(wasm, 'log')).toEqual({ module: 'env', name: 'log', kind: 'function', type: 0 });
  expect(fields(wasm, 'run')).toEqual({ name: 'run', kind: 'function', index: 1 });
  expect(WebAssembly.validate(wasmFile())).toBe(true);
});

const FILES: Readonly<Record<FormatName, Uint8Array>> = {
  webm: media('pattern-vp9.webm'),
  mp4: media('clip-fragmented.mp4').slice(0, 4000),
  png: pngFile(),
  jpeg: jpegFile(),
  gif: gifFile(),
  bmp: bmpFile(),
  wav: wavFile(),
  zip: zipFile(),
  wasm: wasmFile(),
};

/** The same numbers every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One file, spoilt: bytes changed, set to ends of their range, cut out, doubled, or the file cut off. */
function spoilt(file: Uint8Array, roll: (below: number) => number): Uint8Array {
  const bytes = file.slice();
  for (let edits = 1 + roll(4); edits > 0; edits--) {
    const at = roll(bytes.length);
    switch (roll(5)) {
      case 0:
        bytes[at] = roll(256);
        break;
      case 1:
        bytes.fill(0xff, at, at + 1 + roll(4));
        break;
      case 2:
        bytes.fill(0, at, at + 1 + roll(4));
        break;
      case 3:
        bytes.copyWithin(at, roll(bytes.length), roll(bytes.length));
        break;
      default:
        return bytes.slice(0, at);
    }
  }
  return bytes;
}

describe.each(FORMATS)('malformed %s', (format) => {
  test('2,500 spoilt files are read without a throw, and what is found lies within the file', () => {
    const roll = dice(FORMATS.indexOf(format) + 1);
    let withProblems = 0;
    for (let round = 0; round < 2500; round++) {
      const file = spoilt(FILES[format].subarray(0, 6000), roll);
      const { elements, problems } = read(format, file);
      if (problems.length > 0) withProblems++;
      expect(problems.length).toBeLessThanOrEqual(MAX_PROBLEMS);
      for (const { offset, found, expected } of problems) {
        if (!(offset >= 0 && offset <= file.length && found !== '' && expected !== ''))
          expect.fail(
            `round ${round}: a problem at ${offset}: found ${found}, expected ${expected}`,
          );
      }
      for (const { range, data, name } of walk(elements))
        if (!(
          range.start >= 0 &&
          range.start < range.end &&
          data.end <= range.end &&
          range.end <= file.length
        ))
          expect.fail(
            `round ${round}: ${name} at ${range.start} to ${range.end} of ${file.length}`,
          );
    }
    expect(withProblems).toBeGreaterThan(500);
  });
});
