/** What a lesson offers to who teaches with it: printing in two editions, and presenting one bench. */
import { teaching } from './ko/teaching';
import type { Texts } from './locale';

export interface TeachingText {
  readonly title: string;
  readonly printForPupils: string;
  readonly printWithAnswers: string;
  readonly present: string;
  /** Names the bar over a bench that is presented. */
  readonly bar: string;
  readonly previous: string;
  readonly next: string;
  readonly smaller: string;
  readonly larger: string;
  readonly leave: string;
  /** Said once a bench fills the window; `{bench}`, `{number}` and `{total}` are put in by the page. */
  readonly presenting: string;
  readonly left: string;
  readonly failed: string;
  /** At the head of a printed lesson. */
  readonly printedFrom: (address: string) => string;
}

export const teachingText: Texts<TeachingText> = {
  en: {
    title: 'For teaching',
    printForPupils: 'Print for pupils',
    printWithAnswers: 'Print with answers',
    present: 'Present the benches',
    bar: 'Presentation',
    previous: 'Previous bench',
    next: 'Next bench',
    smaller: 'Smaller type',
    larger: 'Larger type',
    leave: 'End the presentation',
    presenting: 'Presenting {bench}, {number} of {total}. Escape ends it.',
    left: 'Presentation ended.',
    failed: 'The presentation did not load. Try again.',
    printedFrom: (address) => `Bytescope, ${address}`,
  },
  ko: teaching,
};
