/** The small drawing on each lesson's card: 90 by 34 units, strokes and fills by class, no colour of their own. */

export interface GlyphPath {
  readonly d: string;
  /** Classes of LessonMap's CSS: `st` strong stroke, `fl` filled, a family, `w2` width, `sg` signal. */
  readonly className: string;
  readonly dashed: boolean;
}

const path = (d: string, className = '', dashed = false): GlyphPath => ({ d, className, dashed });

/** Eight bytes: what a lesson without a drawing of its own gets. */
const BYTES: readonly GlyphPath[] = [
  path(Array.from({ length: 8 }, (_, index) => `M${String(index * 11)} 8h11v16h-11Z`).join('')),
];

const GLYPHS: Readonly<Record<string, readonly GlyphPath[]>> = {
  blob: [
    path('M0 2h88v9h-88Z'),
    path('M33 21h33v9h-33Z', 'st fl'),
    path('M33 11v10M66 11v10', '', true),
  ],
  views: [
    path(
      'M0 0h11v8h-11ZM11 0h11v8h-11ZM22 0h11v8h-11ZM33 0h11v8h-11ZM44 0h11v8h-11ZM55 0h11v8h-11ZM66 0h11v8h-11ZM77 0h11v8h-11Z',
    ),
    path(
      'M2 11H9L11 14L9 17H2L0 14ZM13 11H20L22 14L20 17H13L11 14ZM24 11H31L33 14L31 17H24L22 14ZM35 11H42L44 14L42 17H35L33 14ZM46 11H53L55 14L53 17H46L44 14ZM57 11H64L66 14L64 17H57L55 14ZM68 11H75L77 14L75 17H68L66 14ZM79 11H86L88 14L86 17H79L77 14Z',
      'u',
    ),
    path(
      'M3 19H19L22 22L19 25H3L0 22ZM25 19H41L44 22L41 25H25L22 22ZM47 19H63L66 22L63 25H47L44 22ZM69 19H85L88 22L85 25H69L66 22Z',
      'i',
    ),
    path('M3 27H41L44 30L41 33H3L0 30ZM47 27H85L88 30L85 33H47L44 30Z', 'f'),
  ],
  copies: [
    path('M0 2h88v9h-88Z'),
    path('M22 2h33v9h-33Z', 'u w2'),
    path('M22 21h33v9h-33Z', 'st fl'),
    path('M22 11v10M55 11v10', '', true),
  ],
  signed: [
    path('M0 27H11V5H22V27H33H44H55H66V5H77V27H88', 'st'),
    path('M0 32H88'),
    path('M11 30v2M22 30v2M33 30v2M44 30v2M55 30v2M66 30v2M77 30v2'),
    path('M0 5V27', 'i w3'),
  ],
  floats: [
    path(
      'M0 2h11v11h-11ZM11 2h11v11h-11ZM22 2h11v11h-11ZM33 2h11v11h-11ZM44 2h11v11h-11ZM55 2h11v11h-11ZM66 2h11v11h-11ZM77 2h11v11h-11Z',
    ),
    path('M3 19H85L88 24.5L85 30H3L0 24.5Z', 'f'),
    path('M5.5 19V30M30 19V30', 'f'),
  ],
  endianness: [
    path('M11 0V7h0L15 10H69L73 14V32', 'u w3'),
    path('M33 0V12L36 15H49L52 18V32', 'u w2'),
    path('M55 0V17L52 20H34L31 23V32', 'u halo'),
    path('M55 0V17L52 20H34L31 23V32', 'u'),
    path('M77 0V22L73 26H15L11 29V32', 'u halo'),
    path('M77 0V22L73 26H15L11 29V32', 'u w0'),
  ],
  text: [
    path(
      'M0 2h11v10h-11ZM11 2h11v10h-11ZM22 2h11v10h-11ZM33 2h11v10h-11ZM44 2h11v10h-11ZM55 2h11v10h-11ZM66 2h11v10h-11ZM77 2h11v10h-11Z',
    ),
    path(
      'M3 18H8L11 23.5L8 29H3L0 23.5ZM14 18H30L33 23.5L30 29H14L11 23.5ZM36 18H63L66 23.5L63 29H36L33 23.5Z',
      'st',
    ),
    path('M69 18H85L88 23.5L85 29H69L66 23.5Z', '', true),
  ],
  headers: [
    path(
      'M0 2h11v11h-11ZM11 2h11v11h-11ZM22 2h11v11h-11ZM33 2h11v11h-11ZM44 2h11v11h-11ZM55 2h11v11h-11ZM66 2h11v11h-11ZM77 2h11v11h-11Z',
    ),
    path('M1 18v9h20v-9M23 18v9h9v-9M45 18v9h42v-9', 'd'),
  ],
  upload: [
    path('M0 8h22v16h-22ZM27 8h11v16h-11Z', 'fl st'),
    path('M43 8h22v16h-22Z'),
    path('M70 8h18v16h-18Z', '', true),
  ],
  pixels: [
    path(
      'M0 0h8v8h-8ZM8 0h8v8h-8ZM16 0h8v8h-8ZM24 0h8v8h-8ZM32 0h8v8h-8ZM40 0h8v8h-8ZM48 0h8v8h-8ZM56 0h8v8h-8ZM64 0h8v8h-8ZM72 0h8v8h-8ZM80 0h8v8h-8ZM0 8h8v8h-8ZM8 8h8v8h-8ZM16 8h8v8h-8ZM24 8h8v8h-8ZM32 8h8v8h-8ZM40 8h8v8h-8ZM48 8h8v8h-8ZM56 8h8v8h-8ZM64 8h8v8h-8ZM72 8h8v8h-8ZM80 8h8v8h-8ZM0 16h8v8h-8ZM8 16h8v8h-8ZM16 16h8v8h-8ZM24 16h8v8h-8ZM32 16h8v8h-8ZM40 16h8v8h-8ZM48 16h8v8h-8ZM56 16h8v8h-8ZM64 16h8v8h-8ZM72 16h8v8h-8ZM80 16h8v8h-8ZM0 24h8v8h-8ZM8 24h8v8h-8ZM16 24h8v8h-8ZM24 24h8v8h-8ZM32 24h8v8h-8ZM40 24h8v8h-8ZM48 24h8v8h-8ZM56 24h8v8h-8ZM64 24h8v8h-8ZM72 24h8v8h-8ZM80 24h8v8h-8Z',
    ),
    path('M24 8h8v8h-8Z', 'fl cr'),
    path('M32 8h8v8h-8Z', 'fl cg'),
    path('M40 8h8v8h-8Z', 'fl cb'),
    path('M48 8h8v8h-8Z', 'fl ca'),
  ],
  pipeline: [
    path('M4 31C12 31 14 14 24 14s10 -10 20 -10V31Z', 'fl'),
    path('M44 4c10 0 14 22 24 22s8 5 18 5'),
    path('M0 31H88'),
    path('M44 -2V33', 'sg'),
  ],
  webm: [
    path('M0 1h88v30h-88ZM6 7h26v18h-26ZM38 7h44v18h-44Z'),
    path('M10 12h7v8h-7ZM42 12h7v8h-7ZM62 12h7v8h-7Z', 'fl st'),
    path('M17 12h11v8h-11ZM49 12h9v8h-9ZM69 12h9v8h-9Z'),
  ],
  mse: [
    path('M0 11h88v12h-88Z'),
    path('M0 11h38v12h-38ZM54 11h14v12h-14Z', 'fl'),
    path('M26 3V29', 'sg'),
  ],
  player: [
    path('M0 22h88v8h-88Z'),
    path('M0 22h26v8h-26ZM48 22h30v8h-30Z', 'fl'),
    path('M34 2 52 9 34 16Z', 'st'),
    path('M62 18V33', 'sg'),
  ],
};

export function glyphOf(slug: string): readonly GlyphPath[] {
  return GLYPHS[slug] ?? BYTES;
}
