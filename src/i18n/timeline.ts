/** Interface text of the timeline and its transport. */
import type { FoldedLine } from '../core/trace/step-loops';
import type { Texts } from './locale';

const count = new Intl.NumberFormat('en');
const times = (n: number, one: string, many: string): string =>
  n === 1 ? `one ${one}` : `${count.format(n)} ${many}`;

export interface TimelineText {
  readonly label: string;
  readonly slider: string;
  /** The axes. */
  readonly byte: string;
  readonly step: string;
  readonly number: (n: number) => string;
  /** A byte offset beside the rows, in at most five characters: `12`, `16K`. */
  readonly address: (byteOffset: number) => string;
  /** A slider's value; `title` is what the step did. */
  readonly value: (step: number, steps: number, title: string) => string;
  readonly beforeFirst: (steps: number) => string;
  /** In place of `stepOf` where the recording was full before the run was over. */
  readonly end: string;
  /** Below `end`. */
  readonly afterStep: (steps: number) => string;
  /** A slider's value there; `lost` is what `unrecorded` says. */
  readonly endValue: (steps: number, lost: string) => string;
  readonly empty: string;
  readonly stepOf: (step: number, steps: number) => string;
  /** Follows `stepOf`. */
  readonly onLine: (line: number) => string;
  readonly transport: string;
  readonly first: string;
  readonly back: string;
  readonly play: string;
  readonly pause: string;
  readonly forward: string;
  readonly last: string;
  readonly speed: (speed: number) => string;
  readonly speedShort: (speed: number) => string;
  readonly unrecorded: (accesses: number, changedBytes: number | null) => string;
  readonly skipped: (accesses: number) => string;
  readonly recordFromHere: string;
  readonly recordFromHereLong: (access: number) => string;
  readonly loops: string;
  readonly lines: (lines: readonly FoldedLine[]) => string;
  readonly openLoop: (first: number, last: number, lines: string) => string;
  readonly stretch: (first: number, last: number, steps: number) => string;
  readonly wholeRun: string;
}

/** `line 3, 65,536 writes; line 4, 65,536 reads` */
function lines(folded: readonly FoldedLine[]): string {
  const shown = folded.slice(0, 4).map(({ line, reads, writes }) => {
    const parts = [
      line === 0 ? 'an unknown line' : `line ${line}`,
      ...(reads > 0 ? [times(reads, 'read', 'reads')] : []),
      ...(writes > 0 ? [times(writes, 'write', 'writes')] : []),
    ];
    return parts.join(', ');
  });
  const rest = folded.length - shown.length;
  return [...shown, ...(rest > 0 ? [times(rest, 'more line', 'more lines')] : [])].join('; ');
}

export const timelineText: Texts<TimelineText> = {
  en: {
    label: 'Timeline',
    slider: 'Step',
    byte: 'byte',
    step: 'step',
    number: (n) => count.format(n),
    address: (byteOffset) =>
      byteOffset >= 10_000 && byteOffset % 1024 === 0
        ? `${byteOffset / 1024}K`
        : String(byteOffset),
    value: (step, steps, title) => `Step ${count.format(step)} of ${count.format(steps)}. ${title}`,
    end: 'End of the run',
    afterStep: (steps) => `after step ${count.format(steps)}`,
    endValue: (steps, lost) => `End of the run, after step ${count.format(steps)}: ${lost}.`,
    beforeFirst: (steps) => `Before step 1 of ${count.format(steps)}.`,
    empty: 'No step touched memory.',
    stepOf: (step, steps) => `Step ${count.format(step)} of ${count.format(steps)}`,
    onLine: (line) => `, line ${line}`,
    transport: 'Steps',
    first: 'First step',
    back: 'Step back',
    play: 'Play',
    pause: 'Pause',
    forward: 'Step forward',
    last: 'Last step',
    speed: (speed) => `Speed, ${speed} times`,
    speedShort: (speed) => `${speed}×`,
    unrecorded: (accesses, changedBytes) => {
      const lost = `${times(accesses, 'access', 'accesses')} not recorded`;
      if (changedBytes === null) return lost;
      return `${lost}; ${changedBytes === 0 ? 'no byte changed' : times(changedBytes, 'byte changed', 'bytes changed')}`;
    },
    skipped: (accesses) => `${times(accesses, 'access', 'accesses')} before the recording began`,
    recordFromHere: 'Record from here',
    recordFromHereLong: (access) => `Run again and record from access ${count.format(access)} on`,
    loops: 'Loops',
    lines,
    openLoop: (first, last, folded) =>
      `Show steps ${count.format(first)} to ${count.format(last)}: ${folded}`,
    stretch: (first, last, steps) =>
      `Steps ${count.format(first)} to ${count.format(last)} of ${count.format(steps)}`,
    wholeRun: 'Show the whole run',
  },
};
