/** Text of the components that lessons use. */
import type { Texts } from './locale';
import { lesson } from './ko/lesson';

export interface LessonText {
  readonly note: string;
  readonly lights: (cell: string) => string;
  readonly little: (bytes: string, readings: string) => string;
  readonly reading: (view: string, values: string) => string;
  readonly printsNothing: string;
  readonly engines: string;
  readonly seed: (sample: string) => string;
}

export const lessonText: Texts<LessonText> = {
  en: {
    note: 'Note',
    lights: (cell) => `Show ${cell} in the memory view`,
    little: (bytes, readings) => `The bytes ${bytes}, read as ${readings}`,
    reading: (view, values) => `${view}: ${values}`,
    printsNothing: 'nothing',
    engines: 'Results by browser',
    seed: (sample) => `Sample ${sample} of the 2015 post`,
  },
  ko: lesson,
};
