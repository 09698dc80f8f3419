/** The words around an exercise in a lesson. What is said about an attempt is in exercise.ts. */
import type { Texts } from './locale';

export interface ExercisePageText {
  readonly title: (title: string) => string;
  /** Names the exercise for assistive technology. */
  readonly label: (title: string) => string;
  readonly check: string;
  /** What the Check button does, with its keys. */
  readonly checkHint: string;
  readonly checking: string;
  readonly checks: string;
  readonly score: (passed: number, of: number) => string;
  readonly notChecked: (of: number) => string;
  readonly attempt: (number: number) => string;
  readonly solved: string;
  readonly seen: string;
  /** Behind a check's sentence, for who does not see its sign. */
  readonly state: Readonly<Record<'passed' | 'failed' | 'open', string>>;
  /** The first check that failed; its sentence has no full stop. */
  readonly firstFailed: (check: string) => string;
  readonly allPassed: string;
  /** Every check passed, and the code is the solution that was shown. */
  readonly passedSeen: string;
  readonly solvedTitle: string;
  readonly solvedBody: string;
  readonly seenTitle: string;
  readonly seenBody: string;
  readonly refusedTitle: string;
  readonly fromLastCheck: string;
  readonly unloaded: string;
  readonly goToLine: (line: number) => string;
  readonly showByte: (byte: number) => string;
  readonly compared: string;
  readonly withCall: string;
  readonly inProgram: string;
  readonly expected: string;
  readonly found: string;
  readonly nothing: string;
  readonly byte: (offset: number, hex: string | null, differs: boolean) => string;
  readonly moreDiffer: (count: number) => string;
  readonly hints: string;
  readonly hintNames: readonly [string, string, string];
  readonly hintLocked: string;
  readonly solution: string;
  readonly solutionCounts: string;
  readonly solutionSeen: string;
  readonly solutionLater: string;
  readonly solutionFailed: string;
  readonly diff: string;
  readonly added: string;
  readonly removed: string;
  readonly same: string;
  readonly useSolution: string;
  readonly keepMine: string;
  readonly solutionUsed: string;
  /** What can be seen of a run, and of an attempt. */
  readonly ofRun: string;
  readonly ofCheck: string;
  readonly attempts: (count: number) => string;
  readonly attemptAt: (at: number) => string;
  readonly result: (
    result: 'solved' | 'passed' | 'failed' | 'refused',
    passed: number,
    of: number,
  ) => string;
  readonly restore: string;
  readonly restored: string;
  readonly current: string;
  readonly logFull: string;
  readonly logUnavailable: string;
  readonly logUnreadable: (key: string) => string;
  readonly close: string;
  readonly room: string;
}

const number = new Intl.NumberFormat('en');
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

const score = (passed: number, of: number): string =>
  passed === of
    ? of === 1
      ? 'The check passes'
      : of === 2
        ? 'Both checks pass'
        : `All ${of} checks pass`
    : `${passed} of ${of} checks pass`;

export const exercisePageText: Texts<ExercisePageText> = {
  en: {
    title: (title) => `Exercise: ${title}`,
    label: (title) => `Exercise: ${title}`,
    check: 'Check',
    checkHint: 'Run it and check it (Ctrl Shift Enter, ⌘ Shift Enter on a Mac)',
    checking: 'Checking',
    checks: 'Checks',
    score,
    notChecked: (of) => (of === 1 ? '1 check' : `${of} checks`),
    attempt: (n) => `Attempt ${number.format(n)}`,
    solved: 'Solved',
    seen: 'Solution seen',
    state: { passed: ', passed', failed: ', failed', open: ', not checked' },
    firstFailed: (check) => `First to fail: ${check}.`,
    allPassed: 'Solved.',
    passedSeen: 'It counts as seen.',
    solvedTitle: 'Solved.',
    solvedBody: 'Every check passes, also with inputs that the task does not show.',
    seenTitle: 'Every check passes.',
    seenBody:
      'This is the solution as it was shown, so it counts as seen. Write it your own way to solve the exercise.',
    refusedTitle: 'This run was not judged.',
    fromLastCheck: 'From the last check. Your code has changed since.',
    unloaded: 'The checks did not load. Press Check to try again.',
    goToLine: (line) => `Go to line ${line}`,
    showByte: (byte) => `Show byte ${byte} in the bench`,
    compared: 'Expected and found',
    withCall: 'With',
    inProgram: 'In the program itself',
    expected: 'expected',
    found: 'found',
    nothing: 'nothing',
    byte: (offset, hex, differs) =>
      `byte ${offset}, ${hex ?? 'nothing'}${differs ? ', differs' : ''}`,
    moreDiffer: (n) => (n === 1 ? 'One more byte differs.' : `${n} more bytes differ.`),
    hints: 'Hints',
    hintNames: ['Where to look', 'What to use', 'Nearly the answer'],
    hintLocked: 'after the hint before',
    solution: 'Show solution',
    solutionCounts: 'counts as seen, not solved',
    solutionSeen: 'seen',
    solutionLater: 'after two attempts or three hints',
    solutionFailed: 'The solution did not load. Close this and open it again.',
    diff: 'Your code against the solution',
    added: 'in the solution',
    removed: 'only in yours',
    same: 'Your code is the solution.',
    useSolution: 'Use it',
    keepMine: 'Keep mine',
    solutionUsed: 'The solution is in the editor. Your code is kept among the other versions.',
    ofRun: 'Memory, console and steps of this run',
    ofCheck: 'Memory, console and steps of this check',
    attempts: (n) => (n === 1 ? '1 attempt' : `${number.format(n)} attempts`),
    attemptAt: (at) => when.format(at),
    result: (result, passed, of) =>
      result === 'solved'
        ? 'Solved'
        : result === 'refused'
          ? 'Not judged'
          : result === 'passed'
            ? 'Passed, solution seen'
            : score(passed, of),
    restore: 'Use it',
    restored: 'The attempt is in the editor. What was there is kept among the other versions.',
    current: 'in the editor now',
    logFull:
      'This browser has no room left to keep your attempts. They stay here while the page is open.',
    logUnavailable:
      'This browser does not let the page keep your attempts. They stay here while the page is open.',
    logUnreadable: (key) =>
      `Your earlier attempts could not be read. The raw text is kept in this browser’s storage as “${key}”.`,
    close: 'Close',
    room: 'Room to write:',
  },
};
