/** Interface text of the bit panel. */
import type { Texts } from './locale';

export interface BitsText {
  readonly label: (byteOffset: number) => string;
  readonly byte: string;
  readonly row: string;
  readonly bit: (bit: number, weight: number) => string;
  readonly unsigned: string;
  readonly signed: string;
  readonly agree: string;
  /** Parts of a sentence around `flipped`, which is set as code. */
  readonly negative: (magnitude: number) => readonly [before: string, after: string];
  readonly close: string;
  /** Spoken when a bit was flipped. */
  readonly flipped: (bit: number, on: boolean, hex: string, value: number) => string;
  readonly choose: string;
}

export const bitsText: Texts<BitsText> = {
  en: {
    label: (byteOffset) => `Bits of byte ${byteOffset}`,
    byte: 'Byte',
    row: 'Eight bits, most significant first',
    bit: (bit, weight) => `bit ${bit}, weight ${weight}`,
    unsigned: 'unsigned',
    signed: 'signed',
    agree: 'The top bit is 0, so signed and unsigned agree.',
    negative: (magnitude) => [
      'Two’s complement: flip every bit to get ',
      `, add 1 to get ${magnitude}, so the value is −${magnitude}.`,
    ],
    close: 'Close the bits',
    flipped: (bit, on, hex, value) =>
      `Bit ${bit} is ${on ? 'on' : 'off'}. The byte is hex ${hex}, ${value}.`,
    choose: 'Choose a byte to see its bits.',
  },
};
