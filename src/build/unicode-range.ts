/** Reads a font package's CSS and keeps the faces that some text needs, by their `unicode-range`. */

export interface FontFace {
  /** The woff2's path as the package's CSS writes it: `./files/ibm-plex-sans-kr-12-400-normal.woff2`. */
  readonly file: string;
  readonly weight: string;
  readonly range: string;
}

/** Every face in the CSS that has a woff2 and a unicode-range. */
export function parseFaces(css: string): readonly FontFace[] {
  const faces: FontFace[] = [];
  for (const [, body = ''] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
    const file = /url\(([^)]+\.woff2)\)/.exec(body)?.[1];
    const weight = /font-weight:\s*([^;]+);/.exec(body)?.[1];
    const range = /unicode-range:\s*([^;]+);/.exec(body)?.[1];
    if (file && weight && range) faces.push({ file, weight, range });
  }
  return faces;
}

/** Whether `codePoint` lies in a CSS unicode-range such as `U+AC00-D7A3,U+20AC`. */
export function inRange(range: string, codePoint: number): boolean {
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return codePoint >= Number.parseInt(first, 16) && codePoint <= Number.parseInt(last, 16);
  });
}

/** Blocks of Hangul, of East Asian punctuation, and of full-width forms. */
const KOREAN: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x11ff],
  [0x3000, 0x303f],
  [0x3130, 0x318f],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xff00, 0xffef],
];

/** The Korean parts of a range. Some slices carry Latin too, which a Latin font of its own already draws. */
export function koreanRange(range: string): string {
  return range
    .split(',')
    .map((part) => part.trim())
    .filter((part) => {
      const first = Number.parseInt(part.replace(/^U\+/i, ''), 16);
      return KOREAN.some(([low, high]) => first >= low && first <= high);
    })
    .join(',');
}

/** The faces that draw at least one Hangul character of the text. */
export function facesFor(text: string, faces: readonly FontFace[]): readonly FontFace[] {
  const hangul = [...new Set(text)]
    .filter((character) => /\p{Script=Hangul}/u.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
  return faces.filter(({ range }) => hangul.some((codePoint) => inRange(range, codePoint)));
}
