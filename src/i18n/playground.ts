import type { Goal, RealmKind } from '../core/trace/run';
import type { Texts } from './locale';

/** What was chosen of a lab: none, the site's own, the one in the page. */
export type LabChoice = 'none' | 'server' | 'page';

/** Why a file is not opened as a program. */
export type ProgramFileProblem =
  | { readonly kind: 'binary' | 'unreadable' }
  | { readonly kind: 'large'; readonly bytes: number; readonly most: number };

export interface PlaygroundText {
  readonly title: string;
  /** For search engines and shared links. */
  readonly description: string;
  readonly heading: string;
  readonly needsScript: string;
  /** In the header. */
  readonly link: string;
  readonly bar: string;
  readonly name: string;
  readonly create: string;
  readonly programs: string;
  readonly examples: string;
  readonly openFile: string;
  readonly download: string;
  readonly embed: string;
  /** Opens the settings, and says where the program runs. */
  readonly setup: (realm: RealmKind, goal: Goal, lab: LabChoice) => string;
  readonly setupTitle: string;
  readonly realm: string;
  readonly realms: Readonly<Record<RealmKind, string>>;
  readonly goal: string;
  readonly goals: Readonly<Record<Goal, string>>;
  readonly lab: string;
  readonly labs: Readonly<Record<LabChoice, string>>;
  /** Chosen by what the code uses: what that is now. */
  readonly byTheCode: (what: string) => string;
  /** `name` is the page's that the code names; null where it names none. */
  readonly because: (realm: RealmKind, name: string | null, hasHtml: boolean) => string;
  readonly html: string;
  readonly htmlHint: string;
  readonly giveFile: string;
  readonly giveFileHint: string;
  readonly dropHere: string;
  readonly columns: string;
  readonly rows: string;
  readonly separatorHint: string;
  readonly close: string;

  readonly opened: (name: string) => string;
  readonly openedEdit: (name: string) => string;
  readonly notKept: Readonly<Record<'full' | 'unavailable', string>>;
  readonly deleted: (name: string) => string;
  readonly deletedElsewhere: (name: string) => string;
  readonly undo: string;
  readonly keepIt: string;
  readonly fileGiven: (name: string, control: string) => string;
  readonly fileRefused: (name: string, why: ProgramFileProblem) => string;
  readonly noExample: (id: string) => string;
  readonly notLoaded: Readonly<Record<'example' | 'link' | 'part' | 'download', string>>;
  readonly downloaded: (name: string) => string;

  readonly programsTitle: string;
  readonly programsEmpty: string;
  readonly programsUnavailable: string;
  readonly programsHint: string;
  readonly changed: (at: number, lines: number) => string;
  readonly isOpen: string;
  readonly duplicate: string;
  readonly delete: string;
  readonly deletedTitle: (count: number) => string;
  readonly bringBack: string;
  readonly forget: string;
  readonly forgetAsk: (name: string) => string;
  readonly forgetYes: string;
  readonly forgetNo: string;
  readonly unreadable: (key: string) => string;

  readonly examplesTitle: string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly nothingFound: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly exercise: string;

  readonly embedTitle: string;
  readonly embedHint: string;
  readonly embedHeight: string;
  readonly embedTheme: string;
  readonly embedThemes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly embedCode: string;
  readonly embedFailed: string;
  /** A file of the program could not be read. */
  readonly embedUnreadable: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;

  /** On the page that others embed. */
  readonly embedPage: {
    readonly title: string;
    readonly open: string;
    readonly nothing: string;
    readonly frame: (title: string) => string;
  };

  /** In the file that a program is downloaded as. */
  readonly file: FileText;
}

/** Plain text alone: it is written into the file. */
export interface FileText {
  readonly made: string;
  readonly safe: string;
  readonly noLab: string;
  readonly runAgain: string;
  readonly running: string;
  readonly done: string;
  readonly output: string;
  readonly console: string;
  readonly code: string;
  readonly controls: string;
  readonly nothing: string;
  readonly needsScript: string;
  /** `#` stands for the number of the line. */
  readonly line: string;
  /** In what the program prints; `#` stands for the number. */
  readonly program: {
    readonly moreItems: string;
    readonly fromByte: string;
    readonly notLoaded: string;
  };
}

const count = new Intl.NumberFormat('en');
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${count.format(Math.ceil(bytes / 1024))} KiB`
    : `${count.format(Math.ceil(bytes / 1024 / 102.4) / 10)} MiB`;

const REALMS: PlaygroundText['realms'] = { worker: 'a Worker', page: 'a page' };
const GOALS: PlaygroundText['goals'] = { module: 'module', script: 'script' };
const LABS: PlaygroundText['labs'] = {
  none: 'no network',
  server: 'the lab',
  page: 'the lab in the page',
};

export const playgroundText: Texts<PlaygroundText> = {
  en: {
    title: 'Playground',
    description:
      'Write JavaScript that works on bytes, run it in a sandbox, and step through every access to its memory. Nothing to install, nothing leaves your device.',
    heading: 'Playground',
    needsScript:
      'This is the program that the playground opens with, and what it left. To change it and run it, the page needs JavaScript.',
    link: 'Playground',
    bar: 'Program',
    name: 'Name of the program',
    create: 'New',
    programs: 'My programs',
    examples: 'Examples',
    openFile: 'Open a file',
    download: 'Download',
    embed: 'Embed',
    setup: (realm, goal, lab) =>
      `Runs in ${REALMS[realm]}, as a ${GOALS[goal]}${lab === 'none' ? '' : `, with ${LABS[lab]}`}`,
    setupTitle: 'How it runs',
    realm: 'Runs in',
    realms: REALMS,
    goal: 'Parsed as',
    goals: GOALS,
    lab: 'Network',
    labs: LABS,
    byTheCode: (what) => `as the code needs: ${what}`,
    because: (realm, name, hasHtml) =>
      realm === 'worker'
        ? 'The code uses nothing that only a page has. A Worker can always be stopped.'
        : name !== null
          ? `The code uses ${name}, which only a page has.`
          : hasHtml
            ? 'It has a page of its own.'
            : 'Chosen for this program.',
    html: 'Its page (HTML)',
    htmlHint:
      'What stands in the page before the code runs: <canvas width="320" height="180"></canvas>, for example. Scripts in it do not run.',
    giveFile: 'Give it a file',
    giveFileHint: 'Or drop one anywhere on the page. The program reads it as controls.file.',
    dropHere: 'Drop a .js file to open it as a program, any other file to give it to this one.',
    columns: 'Width of the code',
    rows: 'Height of the memory view',
    separatorHint: 'Drag, or use the arrow keys. A double press or Enter puts it back.',
    close: 'Close',

    opened: (name) => `Opened ${name}. It is kept among your programs once you change it.`,
    openedEdit: (name) =>
      `Opened ${name} with your edit from the lesson. The lesson keeps its own copy.`,
    notKept: {
      full: 'This browser has no room left to keep that. Download the program before you leave.',
      unavailable:
        'This browser does not let the page keep anything. Download the program before you leave.',
    },
    deleted: (name) => `${name} is deleted. You find it under “Deleted” in your programs.`,
    deletedElsewhere: (name) =>
      `${name} was deleted in another tab. Here it is still open; keep it to have it back.`,
    undo: 'Undo',
    keepIt: 'Keep it',
    fileGiven: (name, control) => `${name} is given to the program as controls.${control}.`,
    fileRefused: (name, why) =>
      why.kind === 'binary'
        ? `${name} is not a text, so it cannot be a program. To give it to this program, use “Give it a file”.`
        : why.kind === 'large'
          ? `${name} has ${size(why.bytes)}. A program here has ${size(why.most)} at most.`
          : `${name} could not be read. It may have been moved or changed since it was chosen.`,
    noExample: (id) => `There is no example “${id}”. Choose another under “Examples”.`,
    notLoaded: {
      example: 'The example did not load. The network may be gone; try again.',
      link: 'What opens a shared link did not load. The link is still in the address: load the page again when the network is there.',
      part: 'That part of the page did not load. The network may be gone; try again.',
      download:
        'The file was not made: a part of the page, or a file of the program, could not be read. Try again.',
    },
    downloaded: (name) => `${name} is downloaded. It runs without a network.`,

    programsTitle: 'My programs',
    programsEmpty: 'None yet. A program is kept here as soon as you change it.',
    programsUnavailable: 'This browser does not let the page keep programs.',
    programsHint:
      'They are kept in this browser, on this device. Files that you give a program are not kept.',
    changed: (at, lines) =>
      `${count.format(lines)} ${lines === 1 ? 'line' : 'lines'}, changed ${when.format(at)}`,
    isOpen: 'open',
    duplicate: 'Duplicate the open program',
    delete: 'Delete',
    deletedTitle: (n) => `Deleted (${count.format(n)})`,
    bringBack: 'Bring back',
    forget: 'Delete for good',
    forgetAsk: (name) => `Delete ${name} for good? It cannot be brought back.`,
    forgetYes: 'Delete for good',
    forgetNo: 'Keep it',
    unreadable: (key) =>
      `One stored program could not be read. Its raw text is kept in this browser’s storage as “${key}”.`,

    examplesTitle: 'Examples from the lessons',
    search: 'Search: a lesson, a title, a name in the code',
    found: (n) => (n === 1 ? '1 example' : `${count.format(n)} examples`),
    nothingFound: 'No example has all of these words.',
    loading: 'Loading',
    failed: 'The list did not load.',
    retry: 'Try again',
    exercise: 'exercise',

    embedTitle: 'Embed in a page or a slide',
    embedHint: 'Paste this where your page may have HTML. It runs only when somebody presses Run.',
    embedHeight: 'Height in pixels',
    embedTheme: 'Theme',
    embedThemes: { auto: 'as the reader’s system', light: 'light', dark: 'dark' },
    embedCode: 'HTML to paste',
    embedFailed:
      'This program is too long for a link. Shorten it, or download it and host the file.',
    embedUnreadable:
      'A file of the program could not be read. It may have been moved or changed since it was chosen: choose it again, then press Embed.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'This browser does not let the page copy. Select the text and copy it.',

    embedPage: {
      title: 'Embedded program',
      open: 'Open in Bytescope',
      nothing: 'There is no program at this address.',
      frame: (title) => `${title}, a program to run`,
    },

    file: {
      made: 'Made with Bytescope’s playground. The file is complete: it asks no server for anything.',
      safe: 'The program runs in a frame of this page. It may not reach the network, nor what other pages of the same site keep in the browser.',
      noLab:
        'This program talks to the lab of the site, which is not in this file: io() and tus are missing here.',
      runAgain: 'Run again',
      running: 'Running',
      done: 'Done',
      output: 'Output',
      console: 'Console',
      code: 'Code',
      controls: 'Controls',
      nothing: 'Nothing printed yet.',
      needsScript: 'To run, the file needs JavaScript. The code is below.',
      line: 'line #',
      program: {
        moreItems: '… # more',
        fromByte: 'from byte #',
        notLoaded: 'The program did not load.',
      },
    },
  },
};
