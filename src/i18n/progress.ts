/** The reader's progress: bits, the page about it, and what is said when it cannot be kept or read. */
import type { Expected, Mistake } from '../core/progress/parse';
import type { PartKind } from '../core/progress/progress';
import type { Texts } from './locale';
import { progress } from './ko/progress';

export interface ProgressText {
  /** On bits that nothing has been drawn into yet. */
  readonly parts: (total: number) => string;
  readonly partsDone: (done: number | string, total: number) => string;
  /** After the title of a section, for those who do not see its bit. */
  readonly read: string;
  readonly link: string;
  /** On a lesson: the same link, drawn as the lesson's bits. */
  readonly linkOf: string;
  readonly continue: string;
  /** Before and after the section's name. */
  readonly resume: string;
  readonly resumeIn: string;
  readonly page: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly noScript: string;
    readonly nothing: string;
    readonly lessons: string;
    readonly kinds: Readonly<Record<PartKind, string>>;
    /** `7 of 10` */
    readonly ofTotal: (done: number, total: number) => string;
    readonly counts: string;
    readonly copy: {
      readonly title: string;
      readonly about: string;
      readonly save: string;
      readonly open: string;
    };
    readonly anew: {
      readonly title: string;
      readonly about: string;
      readonly reset: string;
      readonly undo: string;
    };
    readonly aside: {
      readonly title: string;
      readonly about: string;
      readonly save: string;
      /** For those who do not see which row the button is in. */
      readonly saveThat: (setAsideAt: string) => string;
      readonly remove: string;
      readonly removeThat: (setAsideAt: string) => string;
      readonly removed: string;
    };
  };
  readonly said: {
    readonly saved: (file: string) => string;
    readonly imported: (what: {
      readonly parts: number;
      /** Edits and answers that came in, differ from those here, or found no room. */
      readonly texts: number;
      readonly left: number;
      readonly unsaved: number;
    }) => string;
    readonly tooLarge: (file: string, most: string) => string;
    readonly unopened: (file: string) => string;
    readonly refused: (file: string, mistake: Mistake) => string;
    readonly reset: string;
    readonly nothingToReset: string;
    readonly undone: string;
  };
  readonly trouble: {
    readonly unreadable: string;
    readonly full: string;
    readonly forbidden: string;
    readonly save: string;
    readonly close: string;
  };
}

const EXPECTED: Readonly<Record<Expected, string>> = {
  json: 'JSON, whole',
  format: '"bytescope-progress"',
  object: 'an object with fields',
  version: '1, the version this site reads',
  count: 'a whole number, 0 or more',
  name: 'a name of letters, digits and hyphens',
  part: 'section:, quiz: or exercise: and a name',
  state: 'a state: read; answered or right; tried, seen or solved',
  time: 'a time in milliseconds',
  fewer: 'fewer entries',
  key: 'the name of an edit or an answer',
  text: 'a text, not this long',
};

const many = (n: number, one: string, others: string) => `${String(n)} ${n === 1 ? one : others}`;

export const progressText: Texts<ProgressText> = {
  en: {
    parts: (total) => many(total, 'part', 'parts'),
    partsDone: (done, total) => `${String(done)} of ${many(total, 'part', 'parts')} done`,
    read: ', read',
    link: 'Progress',
    linkOf: 'Progress, this lesson:',
    continue: 'Continue',
    resume: 'You were reading ',
    resumeIn: ' in ',
    page: {
      title: 'Your progress',
      description:
        'What you have read, answered and solved on this device, with a copy to keep or to take to another one.',
      lead: 'It is kept in this browser, on this device. There is no account, and nothing is sent.',
      noScript: 'Progress is kept by JavaScript, which is switched off in this browser.',
      nothing: 'Nothing is done yet. A section counts once you have scrolled through it.',
      lessons: 'Lessons',
      kinds: { section: 'Sections read', quiz: 'Quizzes answered', exercise: 'Exercises solved' },
      ofTotal: (done, total) => `${String(done)} of ${String(total)}`,
      counts:
        'A section counts once you have scrolled through it, a quiz once it is answered, an exercise once it is solved.',
      copy: {
        title: 'A copy',
        about:
          'One file holds all of this and the code you wrote. Opening it, here or on another device, adds to what is there: nothing is lost.',
        save: 'Save a copy',
        open: 'Open a copy…',
      },
      anew: {
        title: 'Begin anew',
        about:
          'All bits become empty, in other open tabs too, and questions are unanswered again. The code you wrote stays. You can undo it until you leave this page.',
        reset: 'Reset progress',
        undo: 'Undo',
      },
      aside: {
        title: 'Set aside',
        about:
          'What stood in place of your progress could not be read, so it was kept here and a new one was begun.',
        save: 'Save',
        saveThat: (at) => `Save what was set aside on ${at}`,
        remove: 'Delete',
        removeThat: (at) => `Delete what was set aside on ${at}`,
        removed: 'Deleted.',
      },
    },
    said: {
      saved: (file) => `Saved as ${file}.`,
      imported: ({ parts, texts, left, unsaved }) =>
        [
          parts === 0
            ? 'The copy holds no part that is not here already.'
            : `${many(parts, 'part', 'parts')} came in.`,
          texts === 0 ? '' : ` ${many(texts, 'edit or answer', 'edits and answers')} came in.`,
          left === 0
            ? ''
            : ` ${many(left, 'edit or answer differs', 'edits and answers differ')} from what is here: yours stay as they are.`,
          unsaved === 0
            ? ''
            : ` ${many(unsaved, 'edit or answer', 'edits and answers')} could not be stored: this browser has no room for them. Keep the file.`,
        ].join(''),
      tooLarge: (file, most) =>
        `${file} is larger than ${most}, so it is no copy of progress. Choose a file that “Save a copy” wrote. Nothing was changed.`,
      unopened: (file) => `${file} could not be opened. Nothing was changed. Choose it again.`,
      refused: (file, { at, expected, found }) =>
        `${file} is no copy of progress that this site can read${at === '' ? '' : `, at ${at}`}: found ${found}, expected ${EXPECTED[expected]}. Nothing was changed. Choose a file that “Save a copy” wrote.`,
      reset: 'Progress is reset.',
      nothingToReset: 'There is nothing to reset.',
      undone: 'Your progress is back.',
    },
    trouble: {
      unreadable:
        'Your progress could not be read from this browser’s storage. What stood there was set aside, and a new one was begun.',
      full: 'This browser’s storage is full, so your progress is not being saved. It counts until you close the page. Save a copy on the page “Progress”.',
      forbidden:
        'This browser does not let the page store anything, so your progress is not being saved. It counts until you close the page.',
      save: 'Save what was set aside',
      close: 'Close',
    },
  },
  ko: progress,
};
