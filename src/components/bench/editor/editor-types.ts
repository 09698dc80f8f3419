/** What the bench asks of an editor, whichever one it is: Monaco, or CodeMirror on touch-first screens. */

import type { CodeSteps } from './code-steps';

/** A line the bench has something to say about: where it threw, or where the guard stopped it. */
export interface LineMark {
  readonly line: number;
  readonly kind: 'err' | 'warn';
}

export interface EditorHandle {
  setValue(source: string): void;
  focus(): void;
  /** Scrolls a 1-based line into sight and puts the caret there. */
  goToLine(line: number): void;
  setMark(mark: LineMark | null): void;
  /** Shows a step of the replay, and brings its line into sight. */
  setSteps(steps: CodeSteps): void;
}

export interface EditorPaneProps {
  /** Unique on the page: names the model. */
  readonly id: string;
  readonly initial: string;
  readonly label: string;
  /** Where the reader pressed, in client coordinates: the caret goes there. */
  readonly pressedAt: readonly [x: number, y: number] | null;
  readonly onChange: (source: string) => void;
  /** Pixels the whole text needs. */
  readonly onHeight: (height: number) => void;
  /** The editor is drawn in its final colours and may be shown. */
  readonly onReady: (handle: EditorHandle) => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** Metrics of the code, static and edited alike (src/components/bench/code.css reads the same numbers). */
export const CODE_METRICS = {
  fontSize: 13,
  lineHeight: 22,
  paddingBlock: 10,
  /** Width of the line numbers with the gap behind them. */
  gutter: 44,
} as const;
