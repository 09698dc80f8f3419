/** An author's mistake, found before a reader could: where it is and what to write instead. */
export interface Mistake {
  /** From the repository's root: `src/lessons/views/en.mdx`. */
  readonly file: string;
  /** 1-based, where one line is to blame. */
  readonly line: number | null;
  /** What was found, what was expected, and the corrected text. */
  readonly message: string;
}

/** All mistakes as one text, grouped by file. */
export function formatMistakes(mistakes: readonly Mistake[]): string {
  const count = `${String(mistakes.length)} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in the content:`;
  const lines = mistakes.map(
    ({ file, line, message }) =>
      `  ${file}${line === null ? '' : `:${String(line)}`}\n    ${message}`,
  );
  return [count, ...lines].join('\n');
}

/** Thrown to stop a build. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  constructor(readonly mistakes: readonly Mistake[]) {
    super(formatMistakes(mistakes));
  }
}
