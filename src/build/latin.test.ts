import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './hangul';
import { charactersIn, cutLatin, latinFaces } from './latin';

const root = process.cwd();
const css = await readFile('src/styles/fonts.css', 'utf8');
const faces = latinFaces(css);

describe('a unicode-range', () => {
  it('is its characters, in order', () => {
    expect(charactersIn('U+41-43, U+e9,U+2212')).toBe('ABCé−');
  });
  it('that cannot be read is an error that says where', () => {
    expect(() => charactersIn('U+41, 0x42')).toThrow('“0x42” is not U+x or U+x-y');
  });
});

describe('the faces that are cut', () => {
  it('are each of the Latin fonts once', () => {
    expect(faces.map(({ file }) => file.replace(/^.*\//, '')).sort()).toEqual([
      'ibm-plex-mono-latin-400-italic.woff2',
      'ibm-plex-mono-latin-400-normal.woff2',
      'ibm-plex-mono-latin-500-normal.woff2',
      'ibm-plex-mono-latin-600-normal.woff2',
      'ibm-plex-sans-latin-400-italic.woff2',
      'ibm-plex-sans-latin-wdth-normal.woff2',
    ]);
    expect(new Set(faces.map(({ characters }) => characters)).size).toBe(1);
    const [sans] = faces;
    expect(sans?.axes).toEqual({ wght: { min: 400, max: 700 }, wdth: { min: 85, max: 100 } });
  });

  it('weigh less than two thirds of their fonts', async () => {
    for (const face of faces) {
      const cut = await cutLatin(root, face);
      expect([...cut.subarray(0, 4)]).toEqual([...new TextEncoder().encode('wOF2')]);
      const whole = await readFile(`node_modules/${face.file}`);
      expect(cut.byteLength / whole.byteLength).toBeLessThan(0.65);
    }
  }, 30_000);

  it('have what the site says, so that no page needs a whole font', async () => {
    const files = await sourceFiles(root);
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    const wholeRanges = [...css.matchAll(/\?whole'[^}]*unicode-range:([^;]+);/g)].map(([, range]) =>
      charactersIn(range ?? ''),
    );
    expect(new Set(wholeRanges).size).toBe(1);
    const whole = new Set(wholeRanges[0]);
    expect([...new Set(texts.join(''))].filter((character) => whole.has(character))).toEqual([]);
  });
});
