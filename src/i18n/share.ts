import type { LeftOut } from '../core/share/fit-files';
import type { Expected, LinkProblem } from '../core/share/problem';
import type { Texts } from './locale';
import { share } from './ko/share';

/** What a program is made of, for the list of what goes along. */
export interface ProgramParts {
  readonly lines: number;
  readonly realm: 'worker' | 'page';
  readonly controls: number;
  readonly lab: 'server' | 'page' | null;
}

export interface ShareText {
  readonly title: string;
  readonly close: string;
  readonly making: string;
  /** A file could not be read. */
  readonly unreadable: string;
  /** Names the list of what is in the link. */
  readonly goesAlong: string;
  /** What a program is made of: also in the preview of a link. */
  readonly lines: (count: number) => string;
  readonly realms: Readonly<Record<ProgramParts['realm'], string>>;
  readonly ownPage: string;
  readonly controls: (count: number) => string;
  readonly labs: Readonly<Record<'server' | 'page', string>>;
  readonly conditions: string;
  readonly serverHalf: (fileName: string, lines: number) => string;
  readonly file: (name: string, bytes: number) => string;
  readonly leftOut: (name: string, why: LeftOut) => string;
  /** The link names a program of the site. */
  readonly byName: string;
  /** The link holds the program. */
  readonly byItself: string;
  readonly exerciseOnly: string;
  readonly atStep: (step: number) => string;
  readonly link: string;
  readonly copy: string;
  readonly copied: string;
  /** The clipboard is closed to the page; the link is selected. */
  readonly copyByHand: string;
  readonly send: string;
  readonly characters: (count: number) => string;
  /** Chat programs cut off what is longer. */
  readonly longLink: string;
  readonly localOnly: string;
  readonly qr: string;
  /** The name of the picture. */
  readonly qrLabel: (fileName: string) => string;
  readonly qrLarge: string;
  readonly qrTooLong: (characters: number, most: number) => string;
  readonly preview: {
    readonly title: string;
    /** The program that the link names is on its way. */
    readonly loading: string;
    /** Nothing has run yet. */
    readonly intro: string;
    readonly fileName: string;
    readonly made: string;
    readonly began: string;
    readonly ownWork: string;
    readonly step: (step: number) => string;
    readonly files: string;
    readonly code: (fileName: string) => string;
    readonly pageOf: string;
    readonly hidden: (count: number) => string;
    readonly example: string;
    /** The site's program reads otherwise than when the link was made. */
    readonly exampleChanged: string;
    readonly open: string;
    readonly leave: string;
    readonly keepsMine: string;
  };
  readonly problem: {
    readonly title: string;
    readonly says: (problem: LinkProblem) => string;
    readonly next: (problem: LinkProblem) => string;
    readonly exampleGone: (from: string) => string;
    readonly exampleUnloaded: string;
    readonly retry: string;
    readonly leave: string;
  };
}

const number = new Intl.NumberFormat('en');
const counted = (n: number, one: string, many: string): string =>
  `${number.format(n)} ${n === 1 ? one : many}`;
const size = (bytes: number): string =>
  bytes < 1024 ? counted(bytes, 'byte', 'bytes') : `${number.format(Math.ceil(bytes / 1024))} KiB`;

function left(why: LeftOut): string {
  switch (why.kind) {
    case 'large':
      return `it has ${size(why.bytes)}, and a link carries ${size(why.most)} of files at the most`;
    case 'many':
      return `a link carries ${number.format(why.most)} files at the most`;
    case 'name':
      return 'a link cannot carry a name like that';
  }
}

function expectedWords(expected: Expected): string {
  switch (expected.kind) {
    case 'text':
      return 'a text';
    case 'flag':
      return 'true or false';
    case 'list':
      return 'a list';
    case 'record':
      return 'a record of fields';
    case 'name':
      return 'a name of this site';
    case 'file name':
      return 'the name of a file';
    case 'media type':
      return 'a media type, such as image/png';
    case 'one of':
      return expected.values.length === 0 ? 'a list with values' : expected.values.join(' or ');
    case 'within':
      return expected.most === Number.MAX_VALUE
        ? expected.least === -Number.MAX_VALUE
          ? 'a number'
          : `a number from ${number.format(expected.least)}`
        : `a number from ${number.format(expected.least)} to ${number.format(expected.most)}`;
    case 'at most':
      return `${number.format(expected.most)} ${expected.unit} at the most`;
    case 'bytes at most':
      return `${size(expected.most)} at the most`;
    case 'once':
      return 'a name that comes once';
    case 'nothing':
      return 'no such field';
  }
}

function says(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'none':
      return 'This is no link to a program.';
    case 'newer':
      return 'This link was made by a newer version of Bytescope than this page.';
    case 'character':
      return `Character ${number.format(problem.at)} of the link is “${problem.found}”, which no link has.`;
    case 'cut':
      return 'The link ends before its program does.';
    case 'damaged':
      return 'The link is not as it was made: some of its characters are others.';
    case 'large':
      return problem.unit === 'bytes'
        ? `What the link holds is more than ${size(problem.most)}.`
        : `The link has more than ${counted(problem.most, 'character', 'characters')}.`;
    case 'field':
      return `The link says ${problem.found} for ${problem.field}, where ${expectedWords(problem.expected)} was expected.`;
  }
}

function next(problem: LinkProblem): string {
  switch (problem.kind) {
    case 'none':
      return 'Ask whoever sent it for the whole link.';
    case 'newer':
      return 'It stays in the address. Load this page again later, or ask for the program in another way.';
    case 'character':
    case 'cut':
    case 'damaged':
      return 'Copy the whole link once more, from its beginning to its end: programs that send messages sometimes cut long ones off or break them.';
    case 'large':
      return 'Bytescope makes no link of that size. Ask whoever sent it where it comes from.';
    case 'field':
      return 'Bytescope makes no such link. Ask whoever sent it where it comes from.';
  }
}

export const shareText: Texts<ShareText> = {
  en: {
    title: 'Share this program',
    close: 'Close',
    making: 'Making the link…',
    unreadable:
      'A file of the program could not be read. It may have been moved or changed since it was chosen: choose it again, then press Share.',
    goesAlong: 'In the link',
    lines: (count) => counted(count, 'line', 'lines'),
    realms: { worker: 'runs in a Worker', page: 'runs on a page' },
    ownPage: 'with a small page of its own',
    controls: (count) => `${counted(count, 'control', 'controls')}, as set now`,
    labs: { server: 'talks to the lab', page: 'talks to the lab in the page' },
    conditions: 'the connection, as set now',
    serverHalf: (fileName, lines) =>
      `${fileName}, its server half, ${counted(lines, 'line', 'lines')}`,
    file: (name, bytes) => `${name}, ${size(bytes)}`,
    leftOut: (name, why) => `${name} does not go along: ${left(why)}.`,
    byName:
      'The program is the lesson’s own, so the link only names it. If the lesson changes it, the link opens it as it is then, and says so.',
    byItself: 'The program is in the link itself. Nothing is stored anywhere else.',
    exerciseOnly: 'The checks of the exercise stay in the lesson.',
    atStep: (step) => `Open at this moment, step ${number.format(step)}`,
    link: 'Link',
    copy: 'Copy',
    copied: 'Copied.',
    copyByHand: 'This browser does not let the page copy. The link is selected: copy it yourself.',
    send: 'Send…',
    characters: (count) => counted(count, 'character', 'characters'),
    longLink: 'Some programs that send messages cut a link of this length off.',
    localOnly:
      'This address works on this computer alone. To share with others, open Bytescope at an address that they reach.',
    qr: 'QR code',
    qrLabel: (fileName) => `QR code of the link to ${fileName}`,
    qrLarge: 'Show it large',
    qrTooLong: (characters, most) =>
      `The link is too long for a QR code: it has ${number.format(characters)} characters, and a camera reads ${number.format(most)} at the most from a wall. Share the link instead.`,
    preview: {
      title: 'Somebody shared a program',
      loading: 'Fetching the program that the link names…',
      intro: 'Nothing of it has run. Read it before you open it.',
      fileName: 'File',
      made: 'How it runs',
      began: 'Began as',
      ownWork: 'a program of its own',
      step: (step) => `Opens at step ${number.format(step)} once you run it`,
      files: 'Files',
      code: (fileName) => `Code: ${fileName}`,
      pageOf: 'Its page',
      hidden: (count) =>
        count === 1
          ? 'One character in it cannot be seen, or turns the direction of text round. It is marked.'
          : `${number.format(count)} characters in it cannot be seen, or turn the direction of text round. They are marked.`,
      example: 'The link names a program of this site.',
      exampleChanged:
        'The link names a program of this site, which has changed since the link was made. This is how it reads now; the step in the link was left out.',
      open: 'Open it',
      leave: 'Leave it',
      keepsMine: 'Your own programs stay as they are.',
    },
    problem: {
      title: 'This link cannot be opened',
      says,
      next,
      exampleGone: (from) =>
        `The link names ${from}, and this site has no program of that name any more. Ask whoever sent it for the program itself.`,
      exampleUnloaded: 'The program that the link names did not load. Are you offline?',
      retry: 'Try again',
      leave: 'Go on without it',
    },
  },
  ko: share,
};
