/** Interface text of the home page's live memory view. */
import type { Texts } from './locale';

const count = new Intl.NumberFormat('en');
const counted = (n: number, one: string, many: string): string =>
  n === 1 ? `1 ${one}` : `${count.format(n)} ${many}`;

export interface HeroText {
  readonly input: string;
  readonly memory: string;
  readonly idle: string;
  /** `characters` is what a reader would count, `codePoints` what the lane shows. */
  readonly size: (bytes: number, codePoints: number, characters: number) => string;
  readonly lane: string;
  /** Characters without a picture, by code point. */
  readonly invisible: Readonly<Record<number, string>>;
  readonly loneSurrogate: (codeUnit: string) => string;
}

export const heroText: Texts<HeroText> = {
  en: {
    input: 'Text to encode',
    memory: 'Memory of the encoded text',
    idle: 'Type in the string above. Point at any cell to see the bytes it covers.',
    size: (bytes, codePoints, characters) =>
      [
        counted(bytes, 'byte', 'bytes'),
        ...(codePoints === characters ? [] : [counted(codePoints, 'code point', 'code points')]),
        counted(characters, 'character', 'characters'),
      ].join(', '),
    lane: 'text',
    invisible: {
      0x09: 'tab',
      0x0a: 'newline',
      0x0d: 'return',
      0x20: 'space',
      0xa0: 'nbsp',
      0xad: 'soft hyphen',
      0x200b: 'ZWSP',
      0x200c: 'ZWNJ',
      0x200d: 'joiner',
      0x2060: 'word joiner',
      0x3000: 'wide space',
      0xfe0e: 'as text',
      0xfe0f: 'as emoji',
      0xfeff: 'BOM',
    },
    loneSurrogate: (codeUnit) => `half a pair, ${codeUnit}; written as U+FFFD`,
  },
};
