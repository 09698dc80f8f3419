/** Which bytes of a file the program has read: a recording knows the Blob that a slice came out of, and where it lay. */
import type { ByteRange } from '../../core/bytes/ranges';
import { KIND, kindOf, ROW_WORDS } from '../../core/trace/rows';
import { stepAt, type Trace } from '../../core/trace/trace';

export interface BlobRead {
  readonly step: number;
  /** In bytes of the root. */
  readonly range: ByteRange;
  /** The Blob that was not made by `slice`: the file itself; null where the recorder does not know it. */
  readonly root: number | null;
}

/** Every time the program read a Blob, in order. */
export function blobReads(trace: Trace): readonly BlobRead[] {
  const reads: BlobRead[] = [];
  for (let step = 1; step <= trace.steps; step++) {
    if (kindOf(trace.rows[(step - 1) * ROW_WORDS] ?? 0) !== KIND.blobread) continue;
    const { range, detail } = stepAt(trace, step);
    reads.push({ step, range, root: detail?.blob?.root.id ?? null });
  }
  return reads;
}

/**
 * The reads of the file whose bytes these messages carried: those of the Blob out of which a range was read that was sent
 * later. `taken` has the Blobs that other files were, and gets this one's.
 */
export function readsOf(
  sent: readonly { readonly range: ByteRange; readonly step: number | null }[],
  size: number,
  reads: readonly BlobRead[],
  taken: Set<number>,
): readonly BlobRead[] {
  for (const { range, step } of sent) {
    if (step === null) continue;
    const found = reads.find(
      (read) =>
        read.step <= step &&
        read.root !== null &&
        !taken.has(read.root) &&
        (isSame(read.range, range) || isSame(read.range, { start: 0, end: size })),
    );
    if (found?.root == null) continue;
    taken.add(found.root);
    return reads.filter(({ root }) => root === found.root);
  }
  return [];
}

const isSame = (a: ByteRange, b: ByteRange): boolean => a.start === b.start && a.end === b.end;
