/** What a recorded run printed, as lessons quote it. */
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { previewText } from '../bench/console/preview-text';
import { SnippetError } from '../../build/snippet-error';
import type { Snippet } from '../../build/snippets';

export interface Quote {
  /** 1-based line of the console call. */
  readonly line: number;
  /** 1-based: which call of that line, when it ran more than once. */
  readonly call?: number | undefined;
  /** 1-based: which of the call's values; all of them without it. */
  readonly value?: number | undefined;
}

/** The call's text, exactly as the bench's console shows it. Throws a SnippetError when nothing was printed there. */
export function printedAt(snippet: Snippet, { line, call, value }: Quote): string {
  const file = `src/lessons/${snippet.lesson}/snippets/${snippet.fileName}`;
  if (snippet.run === null)
    throw new SnippetError(
      file,
      'It runs on a page, so the build has no recording of what it prints.',
    );
  const entries = snippet.run.console.filter((entry) => entry.line === line);
  if (entries.length === 0) {
    const lines = [...new Set(snippet.run.console.map((entry) => entry.line))];
    throw new SnippetError(
      file,
      `Line ${String(line)} prints nothing. Lines that print: ${lines.join(', ') || 'none'}. Write, for example: <Output snippet="${snippet.name}" line={${String(lines[0] ?? 1)}} />`,
    );
  }
  if (entries.length > 1 && call === undefined)
    throw new SnippetError(
      file,
      `Line ${String(line)} prints ${String(entries.length)} times. Say which: <Output snippet="${snippet.name}" line={${String(line)}} call={1} />`,
    );
  // Equal calls in a row are one entry or several, depending on when the first of them left the realm.
  const calls = entries.flatMap((each) => Array.from({ length: each.count }, () => each));
  const entry = calls[(call ?? 1) - 1];
  if (entry === undefined)
    throw new SnippetError(
      file,
      `Line ${String(line)} prints ${String(calls.length)} times, so there is no call ${String(call)}.`,
    );
  return textOf(entry, value, file);
}

function textOf(entry: ConsoleEntry, value: number | undefined, file: string): string {
  if (value === undefined) return entry.values.map((preview) => previewText(preview)).join(' ');
  const preview = entry.values[value - 1];
  if (preview === undefined)
    throw new SnippetError(
      file,
      `The call on line ${String(entry.line)} prints ${String(entry.values.length)} values, so there is no value ${String(value)}.`,
    );
  return previewText(preview);
}

/** The error that ended the run, as the engine that built the page words it. */
export function thrownBy(snippet: Snippet): { readonly name: string; readonly message: string } {
  const file = `src/lessons/${snippet.lesson}/snippets/${snippet.fileName}`;
  if (snippet.run?.outcome.kind !== 'threw')
    throw new SnippetError(
      file,
      'The recorded run did not end with an error, so there is none to quote. Use <Output> instead.',
    );
  return snippet.run.outcome.error;
}
