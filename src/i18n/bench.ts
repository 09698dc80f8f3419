import type { Texts } from './locale';

export interface BenchText {
  readonly label: (title: string) => string;
  readonly toolbar: string;
  readonly run: string;
  readonly stop: string;
  readonly step: string;
  /** What the Step button does, with its keys. */
  readonly stepHint: string;
  /** The flag at the line of the shown step. */
  readonly stepFlag: (step: number) => string;
  /** Names the timeline with its transport. */
  readonly timeline: string;
  readonly runToRecord: string;
  readonly reset: string;
  readonly resetAsk: string;
  readonly resetYes: string;
  readonly resetNo: string;
  readonly share: string;
  /** What shares a program did not load. */
  readonly shareFailed: string;
  readonly present: string;
  /** What the Present button does, with its key. */
  readonly presentHint: string;
  readonly edited: string;
  readonly toPlayground: string;
  readonly code: (title: string) => string;
  readonly editorHelp: string;
  readonly editorFailed: string;
  readonly editorRetry: string;
  readonly partFailed: string;
  readonly partRetry: string;
  /** `steps` is null for a light recording. */
  readonly recordedAtBuild: (steps: number | null) => string;
  readonly recording: string;
  readonly finished: (ms: number, steps: number | null) => string;
  /** Keys that work on the timeline, said under it: pairs of keys and what they do. */
  readonly stepKeys: readonly (readonly [keys: readonly string[], does: string])[];
  readonly threw: (name: string, line: number | null) => string;
  readonly stoppedByReader: string;
  readonly stoppedByGuard: (line: number | null) => string;
  readonly stoppedByWatchdog: string;
  readonly lost: string;
  readonly fromLastRun: string;
  readonly runAgain: string;
  readonly neverRun: string;
  readonly predictFirst: string;
  readonly guardTitle: (seconds: number) => string;
  readonly guardBody: (line: number | null) => string;
  readonly watchdogTitle: string;
  readonly watchdogBody: string;
  readonly lostTitle: string;
  readonly keepGoing: string;
  readonly goToLine: (line: number) => string;
  readonly engineSays: string;
  readonly rejected: string;
  readonly console: string;
  readonly consoleEmpty: string;
  readonly consoleNoOutput: string;
  readonly consoleNotYet: string;
  readonly consoleCleared: string;
  readonly consoleOmitted: (count: number) => string;
  readonly output: string;
  /** In the output pane while there is no page in it. */
  readonly outputNote: string;
  readonly draftConflict: string;
  readonly draftResetElsewhere: string;
  readonly draftKept: (count: number) => string;
  readonly draftKeptBecause: string;
  readonly draftVersion: (savedAt: number, lines: number) => string;
  readonly draftUse: string;
  readonly draftDelete: string;
  readonly draftUseOther: string;
  readonly draftKeepMine: string;
  readonly draftClose: string;
  readonly draftCorrupt: (key: string) => string;
  readonly draftFull: string;
  readonly draftUnavailable: string;
  readonly draftLessonChanged: string;
}

const count = new Intl.NumberFormat('en');
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const counted = (n: number, one: string, many: string): string =>
  `${count.format(n)} ${n === 1 ? one : many}`;

export const benchText: Texts<BenchText> = {
  en: {
    label: (title) => `Bench: ${title}`,
    toolbar: 'Snippet',
    run: 'Run',
    stop: 'Stop',
    step: 'Step',
    stepHint: 'One access further (Alt and →)',
    stepFlag: (step) => count.format(step),
    timeline: 'Steps of the run',
    runToRecord: 'Run to record steps.',
    reset: 'Reset',
    resetAsk: 'Throw away your edit?',
    resetYes: 'Reset',
    resetNo: 'Keep it',
    share: 'Share',
    shareFailed: 'Sharing did not load, try again',
    present: 'Present',
    presentHint: 'In the whole window, in large type (P)',
    edited: 'edited',
    toPlayground: 'Open in the playground',
    code: (title) => `Code: ${title}`,
    editorHelp: 'Tab indents. Press Escape, then Tab, to leave the editor.',
    editorFailed: 'The editor did not load. The code here still runs.',
    editorRetry: 'Try again',
    partFailed: 'A part of this bench did not load.',
    partRetry: 'Try again',
    recordedAtBuild: (steps) =>
      steps === null ? 'Recorded run' : `Recorded run, ${counted(steps, 'step', 'steps')}`,
    recording: 'Recording',
    finished: (ms, steps) => {
      const time = ms < 1 ? 'under 1 ms' : `${count.format(Math.round(ms))} ms`;
      return steps === null
        ? `Finished in ${time}`
        : `Finished: ${counted(steps, 'step', 'steps')}, ${time}`;
    },
    stepKeys: [
      [['←', '→'], 'step'],
      [['Space'], 'play'],
      [['Home', 'End'], 'first and last'],
      [['?'], 'all keys'],
    ],
    threw: (name, line) => (line === null ? name : `${name} on line ${line}`),
    stoppedByReader: 'Stopped',
    stoppedByGuard: (line) => (line === null ? 'Stopped by the guard' : `Stopped on line ${line}`),
    stoppedByWatchdog: 'Stopped, no sign of life',
    lost: 'Run lost',
    fromLastRun: 'From the last run',
    runAgain: 'Run again to refresh',
    neverRun: 'Not run yet',
    predictFirst: 'Say what you expect, then press Run.',
    guardTitle: (seconds) => `Stopped after ${seconds} seconds without a pause.`,
    guardBody: (line) =>
      line === null
        ? 'The program never gave control back to the page. Does a loop or a chain of promises ever end?'
        : `Line ${line} was still going and never gave control back to the page. Does it ever end?`,
    watchdogTitle: 'Stopped after 5 seconds without a sign of life.',
    watchdogBody:
      'One single operation took all that time, so no loop could be named. What was recorded before it is kept.',
    lostTitle: 'This run cannot be shown.',
    keepGoing: 'Run it again with 20 seconds, without steps',
    goToLine: (line) => `Go to line ${line}`,
    engineSays: 'What the engine said',
    rejected: 'A promise was rejected and nothing handled it.',
    console: 'Console',
    consoleEmpty: 'console.log prints here.',
    consoleNoOutput: 'No output.',
    consoleNotYet: 'Nothing has been printed by this step.',
    consoleCleared: 'The console was cleared here.',
    consoleOmitted: (n) =>
      `${count.format(n)} more ${n === 1 ? 'line is' : 'lines are'} not shown: a run keeps its first 1,000.`,
    output: 'Output',
    outputNote: 'Run the program, and its page is here.',
    draftConflict:
      'This snippet was also edited in another tab. Your version is the one here; the other is kept.',
    draftResetElsewhere:
      'This snippet was reset in another tab. Your version is still the one here. Keep it, and the next visit shows it again.',
    draftKept: (n) => (n === 1 ? '1 other version' : `${count.format(n)} other versions`),
    draftKeptBecause: 'Kept because another edit took its place:',
    draftVersion: (savedAt, lines) =>
      `Saved ${when.format(savedAt)}, ${count.format(lines)} ${lines === 1 ? 'line' : 'lines'}`,
    draftUse: 'Use it',
    draftDelete: 'Delete it',
    draftUseOther: 'Use the other version',
    draftKeepMine: 'Keep this one',
    draftClose: 'Close',
    draftCorrupt: (key) =>
      `Your saved edit could not be read, so the lesson’s code is shown. The raw text is kept in this browser’s storage as “${key}”.`,
    draftFull:
      'This browser has no room left to save your edit. It stays here while the page is open; copy it before you leave.',
    draftUnavailable:
      'This browser does not let the page save your edit. It stays here while the page is open; copy it before you leave.',
    draftLessonChanged:
      'The lesson’s code has changed since you edited this. Reset shows the new one.',
  },
};
