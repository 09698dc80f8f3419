/** What was appended to a SourceBuffer so far, as one file: an append is read with those before it, as a browser does. */
import type { ByteRange } from '../../core/bytes/ranges';
import { elementAt, type FormatTree } from '../../core/formats/element';
import { readMedia } from '../../core/formats/media-file';
import { appendedBytes } from '../../core/trace/playback-steps';
import type { Trace } from '../../core/trace/trace';
import { wholeBytes, type ShownBytes } from '../media-file/file-bytes';
import type { ShownAppend } from './model';

const OF_PARTS: ReadonlySet<string> = new Set(['truncated', 'not-this-format']);

export interface AppendedFile {
  readonly bytes: ShownBytes;
  readonly tree: FormatTree;
  /** Those of the append. */
  readonly framed: ByteRange;
  /** The element that its first byte is of. */
  readonly chosen: number | null;
}

/**
 * @param appends of one SourceBuffer, in order
 * @param last the append that is shown
 * @returns `not kept`: the recording has not its bytes; `not read`: they begin with nothing that is known
 */
export function appendedFile(
  trace: Trace,
  appends: readonly ShownAppend[],
  last: ShownAppend,
): AppendedFile | 'not kept' | 'not read' {
  let parts: Uint8Array[] = [];
  let own: Uint8Array | null = null;
  for (const { step, state } of appends) {
    if (state === 'threw' || step > last.step) continue;
    own = appendedBytes(trace, step);
    // Behind bytes that are not there nothing can be told of those before.
    if (own === null) parts = [];
    else parts.push(own);
  }
  if (own === null) return 'not kept';
  const end = parts.reduce((sum, { length }) => sum + length, 0);
  const joined = new Uint8Array(end);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  const tree = readMedia(joined);
  if (tree === null) return 'not read';
  const framed = { start: end - own.length, end };
  return {
    bytes: wholeBytes(joined),
    // That a part begins in the middle, and ends before its file does, is nothing wrong.
    tree: { ...tree, problems: tree.problems.filter(({ code }) => !OF_PARTS.has(code)) },
    framed,
    chosen: elementAt(tree.elements, framed.start)?.range.start ?? null,
  };
}
