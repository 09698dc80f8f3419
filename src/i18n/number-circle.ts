/** Interface text of the number circle. */
import type { Texts } from './locale';

export interface NumberCircleText {
  readonly label: (bits: number) => string;
  /** What the drawing shows, for who does not see it. */
  readonly picture: (bits: number, count: number, signed: boolean) => string;
  readonly seam: string;
  readonly places: Readonly<Record<'unsigned' | 'signed', string>>;
  readonly readings: Readonly<Record<'unsigned' | 'signed', string>>;
  readonly walker: string;
  /** The walker's place: `unsigned 4, signed 4`. */
  readonly reading: (reading: string, value: string) => string;
  /** `turn` is how the sum came back onto the circle. */
  readonly pastSeam: (turn: string) => string;
  readonly controls: string;
  readonly walk: (steps: number) => string;
  readonly walkShort: (steps: number) => string;
  readonly startHere: string;
  readonly reset: string;
}

export const numberCircleText: Texts<NumberCircleText> = {
  en: {
    label: (bits) => `Number circle, ${bits} bits`,
    picture: (bits, count, signed) =>
      `The ${count} values of ${bits} bits on a circle, growing clockwise. ` +
      `Unsigned numbers stand outside, from 0 to ${count - 1}, with a seam at the top between ${count - 1} and 0.` +
      (signed
        ? ` Signed numbers stand inside, from −${count / 2} to ${count / 2 - 1}, with a seam at the bottom between ${count / 2 - 1} and −${count / 2}.`
        : ''),
    seam: 'seam',
    places: { unsigned: 'outside', signed: 'inside' },
    readings: { unsigned: 'unsigned', signed: 'signed' },
    walker: 'Steps walked',
    reading: (reading, value) => `${reading} ${value}`,
    pastSeam: (turn) => `past the seam: ${turn}`,
    controls: 'Walk along the circle',
    walk: (steps) => {
      const count = Math.abs(steps);
      return `${count} ${count === 1 ? 'step' : 'steps'} ${steps < 0 ? 'back' : 'forward'}`;
    },
    walkShort: (steps) => `${steps < 0 ? '−' : '+'}${Math.abs(steps)}`,
    startHere: 'Start here',
    reset: 'Reset',
  },
};
