/**
 * Plex's Latin faces, cut to what styles/fonts.css declares of them: a face with a `unicode-range` has these characters,
 * and of a variable font the weights and widths that the face names (decision 30).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

interface Span {
  readonly min: number;
  readonly max: number;
}

/** A face of styles/fonts.css that the build cuts. */
export interface LatinFace {
  /** Its font's file, from node_modules: what `url()` says. */
  readonly file: string;
  readonly characters: string;
  /** Of a variable font: what is left of its axes, in their own units. */
  readonly axes: Readonly<Record<string, Span>>;
}

/** The characters of a `unicode-range`. Throws on what is no list of `U+x` and `U+x-y`. */
export function charactersIn(unicodeRange: string): string {
  return unicodeRange
    .split(',')
    .flatMap((part) => {
      const found = /^U\+([0-9A-F]+)(?:-([0-9A-F]+))?$/i.exec(part.trim());
      if (!found)
        throw new Error(
          `In a unicode-range, “${part.trim()}” is not U+x or U+x-y, in hexadecimal.`,
        );
      const [first, last] = [found[1] ?? '', found[2] ?? found[1] ?? ''].map((hex) =>
        Number.parseInt(hex, 16),
      ) as [number, number];
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join('');
}

/** `400 700` or `85% 100%`; undefined for what is no span. */
function spanIn(value: string | undefined): Span | undefined {
  const found = /^([\d.]+)%? ([\d.]+)%?$/.exec(value ?? '');
  return found ? { min: Number(found[1]), max: Number(found[2]) } : undefined;
}

/** The faces of a stylesheet that name a font of a package and a `unicode-range`. */
export function latinFaces(css: string): readonly LatinFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const said = (property: string) =>
      new RegExp(`(?:^|[;\\s])${property}:\\s*([^;]+);`)
        .exec(body)?.[1]
        ?.replaceAll(/\s+/g, ' ')
        .trim();
    const file = /url\('(@fontsource[^'?]+)'\)/.exec(body)?.[1];
    const unicodeRange = said('unicode-range');
    if (file === undefined || unicodeRange === undefined) return [];
    const [wght, wdth] = [spanIn(said('font-weight')), spanIn(said('font-stretch'))];
    return [
      {
        file,
        characters: charactersIn(unicodeRange),
        axes: { ...(wght && { wght }), ...(wdth && { wdth }) },
      },
    ];
  });
}

/** What browsers apply by themselves, and the figures of one width that styles ask for. Alternates go, with their glyphs. */
const FEATURES = ['calt', 'ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rvrn', 'tnum'];

/** @returns woff2 */
export async function cutLatin(
  root: string,
  { file, characters, axes }: LatinFace,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await readFile(join(root, 'node_modules', file));
  return new Uint8Array(
    await subsetFont(whole, characters, {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      ...(Object.keys(axes).length > 0 && { variationAxes: axes }),
    }),
  );
}
