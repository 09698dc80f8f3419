/**
 * Social cards, 1200 by 630: the lesson's title over the bytes that spell it. The bytes and their readings are the
 * title's own, so no two cards are alike and nothing on them is made up.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { formatElement } from '../core/bytes/format';
import { cutFont, hangulIn, hangulOf, type HangulWeight } from './hangul';

export interface CardContent {
  /** Chapter and number, or the site's name. */
  readonly kicker: string;
  readonly title: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const COLUMNS = 16;
const BYTE = 68;
const MARGIN = (WIDTH - COLUMNS * BYTE) / 2;
const INK = '#0f1716';
const INK_3 = '#5b6966';
const PAPER = '#f7f9f8';
const PANEL = '#ffffff';
const EDGE = '#7b8985';
const FAMILIES = {
  u: ['#0a4cab', '#dde9fb'],
  i: ['#8f5a00', '#faeacb'],
  f: ['#7c1a5d', '#f6e0ee'],
} as const;

interface Node {
  readonly type: string;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: readonly (Node | string)[] | string;
  };
}
const box = (
  style: Readonly<Record<string, string | number>>,
  children: readonly (Node | string)[] | string = [],
): Node => ({
  type: 'div',
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

type Fonts = Parameters<typeof satori>[1]['fonts'];

let fonts: Promise<Fonts> | undefined;

/** Satori reads woff, not woff2; the static packages carry both. Where Plex Sans has no glyph it takes the Korean font. */
function loadFonts(): Promise<Fonts> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const read = (file: string) => readFile(require.resolve(file));
  const hangul = hangulOf(process.cwd());
  const cut = async (weight: HangulWeight) =>
    Buffer.from(await cutFont(process.cwd(), weight, (await hangul).ko, 'sfnt'));
  return Promise.all([
    read('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff'),
    read('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff'),
    read('@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff'),
    cut(600),
    cut(400),
  ]).then(([semibold, regular, mono, koreanSemibold, korean]) => [
    { name: 'Plex Sans', data: semibold, weight: 600 as const, style: 'normal' as const },
    { name: 'Plex Sans', data: regular, weight: 400 as const, style: 'normal' as const },
    { name: 'Plex Mono', data: mono, weight: 500 as const, style: 'normal' as const },
    { name: 'Plex Sans KR', data: koreanSemibold, weight: 600 as const, style: 'normal' as const },
    { name: 'Plex Sans KR', data: korean, weight: 400 as const, style: 'normal' as const },
  ]);
}

const byteCell = (byte: number, index: number) =>
  box(
    {
      width: BYTE + (index === 0 ? 0 : 1),
      height: 62,
      marginLeft: index === 0 ? 0 : -1,
      alignItems: 'center',
      justifyContent: 'center',
      border: `1px solid ${EDGE}`,
      background: PANEL,
      fontFamily: 'Plex Mono',
      fontSize: 26,
      color: byte === 0 ? INK_3 : INK,
    },
    byte.toString(16).toUpperCase().padStart(2, '0'),
  );

/** A bus segment: a hexagon in the family's colour, its reading inside. */
function segment(family: keyof typeof FAMILIES, width: number, reading: string): Node {
  const [stroke, fill] = FAMILIES[family];
  const k = width > BYTE ? 12 : 8;
  const points = `${String(k)},1 ${String(width - k)},1 ${String(width - 1)},20 ${String(width - k)},39 ${String(k)},39 1,20`;
  const bars = {
    u: '',
    i: `M${String(width - k - 5)} 11V29`,
    f: `M${String(width - k - 5)} 11V29M${String(width - k - 11)} 11V29`,
  }[family];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="40"><polygon points="${points}" fill="${fill}" stroke="${stroke}" stroke-width="2"/><path d="${bars}" stroke="${stroke}" stroke-width="2"/></svg>`;
  return box(
    {
      width,
      height: 40,
      alignItems: 'center',
      justifyContent: 'center',
      backgroundImage: `url("data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}")`,
      fontFamily: 'Plex Mono',
      fontSize: reading.length > width / 15 ? 14 : 19,
      color: INK,
    },
    reading,
  );
}

const MARK = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="36" viewBox="0 -1 40 19"><path d="M0 16h5V2h5v14h20V2h5v14h5" fill="none" stroke="${INK}" stroke-width="2"/></svg>`;

/** The card as SVG nodes; its bytes are the first sixteen of the title in UTF-8. */
export function cardTree({ kicker, title }: CardContent): Node {
  const bytes = new Uint8Array(COLUMNS);
  new TextEncoder().encodeInto(title, bytes);
  const view = new DataView(bytes.buffer);
  const lane = (family: keyof typeof FAMILIES, size: number, read: (offset: number) => number) =>
    box(
      { marginTop: 12 },
      Array.from({ length: COLUMNS / size }, (_, index) =>
        segment(family, BYTE * size, formatElement(read(index * size), family)),
      ),
    );
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      flexDirection: 'column',
      padding: `54px ${String(MARGIN)}px`,
      background: PAPER,
      fontFamily: 'Plex Sans',
      color: INK,
    },
    [
      box({ alignItems: 'center', fontSize: 30, fontWeight: 600 }, [
        box({
          width: 80,
          height: 36,
          marginRight: 22,
          backgroundImage: `url("data:image/svg+xml;base64,${Buffer.from(MARK).toString('base64')}")`,
        }),
        'Bytescope',
        box({ marginLeft: 'auto', fontWeight: 400, fontSize: 26, color: INK_3 }, kicker),
      ]),
      box(
        {
          flexGrow: 1,
          alignItems: 'center',
          fontSize: title.length > 34 ? 62 : 74,
          fontWeight: 600,
          letterSpacing: '-0.025em',
          lineHeight: hangulIn([title]) === '' ? 1.1 : 1.24,
          wordBreak: 'keep-all',
        },
        title,
      ),
      box({}, [...bytes].map(byteCell)),
      box({ flexDirection: 'column' }, [
        lane('u', 1, (offset) => view.getUint8(offset)),
        lane('i', 2, (offset) => view.getInt16(offset, true)),
        lane('f', 4, (offset) => view.getFloat32(offset, true)),
      ]),
    ],
  );
}

/** The card as PNG bytes. */
export async function drawCard(content: CardContent): Promise<Uint8Array<ArrayBuffer>> {
  fonts ??= loadFonts();
  const svg = await satori(cardTree(content) as unknown as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts: await fonts,
  });
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer());
}
