/** The frame's text: header, chapter list, footer, dialogs, home page, 404. */
import { LOCALES, type Texts } from './locale';
import { shell } from './ko/shell';

export interface ShellText {
  readonly languageName: string;
  readonly skip: string;
  readonly home: string;
  readonly lessons: string;
  readonly chapterList: string;
  readonly openMenu: string;
  readonly closeMenu: string;
  readonly planned: string;
  readonly previousLesson: (title: string) => string;
  readonly nextLesson: (title: string) => string;
  readonly previousAndNext: string;
  readonly wayOn: string;
  readonly position: (number: number, total: number) => string;
  readonly crumb: (chapter: string, number: number, total: number, minutes: number) => string;
  readonly draft: string;
  readonly next: string;
  readonly previous: string;
  readonly backToMap: string;
  readonly needs: string;
  readonly language: string;
  readonly theme: {
    readonly system: string;
    readonly light: string;
    readonly dark: string;
    readonly label: string;
  };
  readonly footer: {
    readonly label: string;
    readonly mark: string;
    readonly edit: string;
    readonly report: string;
    readonly source: string;
    readonly keyboard: string;
    readonly glossary: string;
    readonly errata: string;
  };
  readonly report: {
    readonly title: (page: string) => string;
    readonly body: (path: string) => string;
  };
  readonly keys: {
    readonly title: string;
    readonly close: string;
    readonly groups: readonly {
      readonly title: string;
      readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[];
    }[];
  };
  readonly front: {
    readonly title: string;
    readonly description: string;
    readonly heading: readonly [string, string];
    readonly intro: (lessons: number) => string;
    readonly written: (written: number, total: number) => string;
    readonly start: string;
    readonly mapLink: string;
    readonly mapHeading: (lessons: number) => string;
    readonly mapNote: string;
    readonly minutes: (minutes: number) => string;
  };
  readonly errata: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly said: string;
    readonly holds: string;
    readonly shown: string;
    readonly evidence: string;
  };
  readonly glossary: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    /** Before the word in the other language. */
    readonly other: string;
    /** Before the lesson that explains a term. */
    readonly explained: string;
  };
  readonly lost: { readonly title: string; readonly text: string; readonly back: string };
}

const NUMBER_WORDS =
  'none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  );
const word = (n: number) => NUMBER_WORDS[n] ?? String(n);
const Word = (n: number) => word(n).replace(/^./, (letter) => letter.toUpperCase());

export const shellText: Texts<ShellText> = {
  en: {
    languageName: 'English',
    skip: 'Skip to the text',
    home: 'Bytescope, home page',
    lessons: 'Lessons',
    chapterList: 'Chapters and lessons',
    openMenu: 'Open the lesson list',
    closeMenu: 'Close the lesson list',
    planned: 'planned',
    previousLesson: (title) => `Previous lesson: ${title}`,
    nextLesson: (title) => `Next lesson: ${title}`,
    previousAndNext: 'Previous and next lesson',
    wayOn: 'Where to go from here',
    position: (number, total) => `${String(number)} / ${String(total)}`,
    crumb: (chapter, number, total, minutes) =>
      `${chapter}, lesson ${String(number)} of ${String(total)}. About ${String(minutes)} minutes.`,
    draft: 'Draft. This page is not part of the published site.',
    next: 'Next',
    previous: 'Previous',
    backToMap: 'All lessons',
    needs: 'It helps to have read',
    language: 'Language',
    theme: { system: 'System', light: 'Light', dark: 'Dark', label: 'Theme' },
    footer: {
      label: 'About this page',
      mark: 'The mark is the letter B, 0x42, as a digital trace: 0100 0010.',
      edit: 'Edit this page',
      report: 'Report a mistake',
      source: 'Source',
      keyboard: 'Keyboard',
      glossary: 'Glossary',
      errata: 'The 2015 post',
    },
    report: {
      title: (page) => `Mistake on “${page}”`,
      body: (path) =>
        `Page: ${path}\n\nWhat the page says:\n\nWhat is right, and how you know:\n\nBrowser and version (if it matters):\n`,
    },
    keys: {
      title: 'Keys',
      close: 'Close the list of keys',
      groups: [
        {
          title: 'Anywhere',
          rows: [
            { keys: ['/'], does: 'search' },
            { keys: ['['], does: 'previous lesson' },
            { keys: [']'], does: 'next lesson' },
            { keys: ['?'], does: 'this list' },
          ],
        },
        {
          title: 'In a bench',
          rows: [
            { keys: ['Ctrl', 'Enter'], does: 'run (⌘ Enter on a Mac)' },
            { keys: ['Ctrl', 'Shift', 'Enter'], does: 'in an exercise: run and check' },
            { keys: ['Ctrl', '.'], does: 'stop (⌘ . on a Mac)' },
            {
              keys: ['Alt', '→'],
              does: 'one access further, in the editor too (with Shift: a statement)',
            },
            { keys: ['Alt', '←'], does: 'one access back' },
            { keys: ['Enter'], does: 'on the code: edit it' },
            { keys: ['Esc', 'Tab'], does: 'one after the other: leave the editor' },
            { keys: ['P'], does: 'in a lesson: present it' },
          ],
        },
        {
          title: 'While presenting',
          rows: [
            { keys: ['R'], does: 'run' },
            { keys: ['←', '→'], does: 'one access back or further' },
            { keys: ['Page Up', 'Page Down'], does: 'previous and next bench' },
            { keys: ['−', '+'], does: 'smaller and larger type' },
            { keys: ['F'], does: 'full screen' },
            { keys: ['Esc'], does: 'end' },
          ],
        },
        {
          title: 'On the timeline',
          rows: [
            { keys: ['←', '→'], does: 'one access back or further' },
            { keys: ['Shift', '→'], does: 'to the next statement' },
            { keys: ['Page Up', 'Page Down'], does: 'ten accesses' },
            { keys: ['Home', 'End'], does: 'first and last' },
            { keys: ['Space'], does: 'play and pause' },
          ],
        },
        {
          title: 'In the memory view',
          rows: [
            { keys: ['←', '→', '↑', '↓'], does: 'from cell to cell and lane to lane' },
            { keys: ['Home', 'End'], does: 'first and last cell' },
            { keys: ['Enter'], does: 'keep a cell lit' },
            { keys: ['Esc'], does: 'let it go' },
          ],
        },
      ],
    },
    front: {
      title: 'Bytescope: see every byte your JavaScript touches',
      description:
        'Interactive lessons on binary data in JavaScript. Edit the code, run it on the page, and see the bytes it leaves in memory.',
      heading: ['See every byte your', 'JavaScript touches'],
      intro: (lessons) =>
        `${Word(lessons)} lessons on binary data. Every example runs on the page: change it, press Run, and look at the bytes it leaves behind.`,
      written: (written, total) =>
        written === total
          ? ''
          : `${Word(written)} of them ${written === 1 ? 'is' : 'are'} written so far.`,
      start: 'Start with a buffer',
      mapLink: 'See all lessons',
      mapHeading: (lessons) => `${Word(lessons)} lessons, one address space`,
      mapNote: 'Width is reading time. Start anywhere: each lesson says what it needs.',
      minutes: (minutes) => `${String(minutes)} min`,
    },
    errata: {
      title: 'What the 2015 post said, what holds now',
      description:
        'The Korean post this site grew from, claim by claim: what still holds, what has changed since 2015, and a program that shows it.',
      lead: 'This site grew from a Korean post of 2015, which taught many readers that JavaScript can handle bytes at all. Most of it holds. Here is the rest, with a program for each.',
      said: 'The post said',
      holds: 'What holds',
      shown: 'See it run',
      evidence: 'Seen',
    },
    glossary: {
      title: 'Glossary',
      description:
        'The words of the course in English and Korean: what each means, and the lesson that explains it.',
      lead: 'One word for one thing, in English and in Korean.',
      other: 'Korean',
      explained: 'Explained in',
    },
    lost: {
      title: 'Nothing at this address',
      text: 'No page is stored here. The address may be mistyped, or the lesson may not be written yet.',
      back: 'All lessons',
    },
  },
  ko: shell,
};

/** The languages the frame is written in: the home page and the page about progress exist in each. */
export const SHELL_LOCALES = LOCALES.filter((locale) => shellText[locale] !== undefined);
