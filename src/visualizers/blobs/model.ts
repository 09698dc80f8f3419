/** The Blobs of a run at a step: what each was made of, its slices, who has read it, and the object URLs that hold it. */
import type { ByteRange } from '../../core/bytes/ranges';
import type { BlobFact, BlobPart } from '../../core/trace/blob-facts';
import { kindOf, KIND, ROW_WORDS } from '../../core/trace/rows';
import { stepAt, type Step, type Trace } from '../../core/trace/trace';

/** A stretch of a tape. Ranges are in bytes of the Blob. */
export interface TapePart {
  readonly kind: BlobPart['kind'] | 'unknown';
  readonly range: ByteRange;
  /** The variable of the buffer, or the Blob, that it was made of. */
  readonly of: string | null;
}

export interface TapeSlice {
  readonly id: number;
  readonly name: string | null;
  readonly range: ByteRange;
  readonly type: string;
  readonly step: number;
  readonly line: number | null;
}

export interface TapeRead {
  readonly range: ByteRange;
  /** `Blob.text`, `FileReader.readAsText`. */
  readonly operation: string;
  readonly step: number;
  readonly line: number | null;
}

/** A Blob that no `slice` made, with all that was sliced from it. */
export interface Tape {
  readonly id: number;
  /** The variable that first held it, or the name of a File. */
  readonly name: string | null;
  readonly file: string | null;
  readonly size: number;
  readonly type: string;
  /** Where it was made, or first read if it came from elsewhere. */
  readonly step: number;
  readonly line: number | null;
  /** Of known size each; together they cover the tape. */
  readonly parts: readonly TapePart[];
  /** Parts that are not listed. */
  readonly omitted: number;
  readonly slices: readonly TapeSlice[];
  readonly reads: readonly TapeRead[];
}

export interface LedgerRow {
  readonly id: number;
  /** What it stands for; null where that is no Blob. */
  readonly blobId: number | null;
  readonly blob: string | null;
  readonly size: number;
  readonly madeStep: number;
  readonly madeLine: number | null;
  /** Null while it is live. */
  readonly revokedStep: number | null;
  readonly revokedLine: number | null;
}

export interface BlobsModel {
  readonly tapes: readonly Tape[];
  /** Tapes, slices, reads and URLs that are not listed. */
  readonly omitted: number;
  readonly ledger: readonly LedgerRow[];
  readonly liveUrls: number;
  /** Bytes of Blobs that live URLs keep, each Blob once. */
  readonly heldBytes: number;
}

/** How many of each are listed. */
export const LISTED = 24;

interface OpenTape {
  tape: Omit<Tape, 'slices' | 'reads'>;
  slices: TapeSlice[];
  reads: TapeRead[];
}

/** What there is once `step` steps have been done. */
export function blobsAt(trace: Trace, step: number): BlobsModel {
  const tapes = new Map<number, OpenTape>();
  const names = new Map<number, string>();
  const timesGiven = new Map<string, number>();
  const sizes = new Map<number, number>();
  const ledger = new Map<number, LedgerRow>();
  let omitted = 0;
  const nameOf = (id: number | null): string | null =>
    id === null ? null : (names.get(id) ?? `Blob ${id + 1}`);

  const tapeOf = (blob: BlobFact, at: Step, line: number | null): OpenTape | null => {
    const { id } = blob.root;
    const known = tapes.get(id);
    if (known !== undefined) return known;
    if (tapes.size === LISTED) return null;
    // A root that was met by a slice of it only is as long as is known of it.
    const isRoot = blob.id === id;
    const size = isRoot ? blob.size : blob.root.start + blob.size;
    const made = {
      tape: {
        id,
        name: names.get(id) ?? null,
        file: isRoot ? blob.file : null,
        size,
        type: isRoot ? blob.type : '',
        step: at.step,
        line,
        parts: isRoot ? partsOf(blob, trace, nameOf) : [],
        omitted: isRoot ? blob.omitted : 0,
      },
      slices: [],
      reads: [],
    };
    tapes.set(id, made);
    return made;
  };

  for (let number = 1; number <= Math.min(step, trace.steps); number++) {
    const kind = kindOf(trace.rows[(number - 1) * ROW_WORDS] as number);
    if (kind !== KIND.blob && kind !== KIND.blobread && kind !== KIND.url) continue;
    const at = stepAt(trace, number);
    const line = at.site !== null && at.site.line > 0 ? at.site.line : null;
    const { blob, url, operation = '' } = at.detail ?? {};
    if (blob !== undefined) {
      sizes.set(blob.id, blob.size);
      const given = blob.file ?? (kind === KIND.blob ? variableOf(at) : null);
      if (given !== null && !names.has(blob.id)) {
        // A loop gives one name to many.
        const nth = (timesGiven.get(given) ?? 0) + 1;
        timesGiven.set(given, nth);
        names.set(blob.id, nth === 1 ? given : `${given} ${nth}`);
      }
      const open = tapeOf(blob, at, line);
      const { start } = blob.root;
      const range = { start, end: start + blob.size };
      if (open === null) omitted++;
      else if (kind === KIND.blobread) {
        if (open.reads.length === LISTED) omitted++;
        else open.reads.push({ range, operation, step: number, line });
      } else if (blob.root.id !== blob.id) {
        const slice = { id: blob.id, name: nameOf(blob.id), range, type: blob.type };
        if (open.slices.length === LISTED) omitted++;
        else open.slices.push({ ...slice, step: number, line });
      }
    } else if (url !== undefined) {
      const row = ledger.get(url.id);
      if (row !== undefined) {
        ledger.set(url.id, { ...row, revokedStep: number, revokedLine: line });
      } else if (operation === 'createObjectURL') {
        const size = url.blobId === null ? 0 : (sizes.get(url.blobId) ?? at.range.end);
        const { id, blobId } = url;
        const made = { id, blobId, blob: nameOf(blobId), size };
        const open = { revokedStep: null, revokedLine: null };
        ledger.set(url.id, { ...made, madeStep: number, madeLine: line, ...open });
      }
    }
  }
  const rows = [...ledger.values()];
  const live = rows.filter(({ revokedStep }) => revokedStep === null);
  const held = new Map(live.map(({ blobId, size }) => [blobId, size]));
  return {
    tapes: [...tapes.values()].map(({ tape, slices, reads }) => ({ ...tape, slices, reads })),
    omitted: omitted + Math.max(0, rows.length - LISTED),
    ledger: rows.slice(0, LISTED),
    liveUrls: live.length,
    heldBytes: [...held.values()].reduce((sum, size) => sum + size, 0),
  };
}

/** Parts whose length only the learner's code could tell share what the others leave. */
function partsOf(
  { parts, size, omitted }: BlobFact,
  trace: Trace,
  nameOf: (id: number) => string | null,
): readonly TapePart[] {
  const whole = [{ kind: 'unknown' as const, range: { start: 0, end: size }, of: null }];
  if (parts === null) return size === 0 ? [] : whole;
  const known = parts.reduce((sum, { byteLength }) => sum + (byteLength ?? 0), 0);
  const unknown = parts.filter(({ byteLength }) => byteLength === null).length;
  // Line endings that were turned into the system's own, or a list that changed: the tape is what counts.
  if (unknown > 1 || (unknown === 0 && omitted === 0 && known !== size) || known > size)
    return whole;
  let start = 0;
  const tape = parts.map((part): TapePart => {
    const range = { start, end: start + (part.byteLength ?? size - known) };
    start = range.end;
    if (part.kind === 'bytes') {
      return { kind: 'bytes', range, of: bufferName(trace, part.bufferId) };
    }
    return { kind: part.kind, range, of: part.kind === 'blob' ? nameOf(part.id) : null };
  });
  return start < size
    ? [...tape, { kind: 'unknown', range: { start, end: size }, of: null }]
    : tape;
}

/** The variable of a buffer, or of the first view of it: most are never named themselves. */
function bufferName({ buffers, views }: Trace, bufferId: number | null): string | null {
  if (bufferId === null) return null;
  const view = views.find((each) => each.bufferId === bufferId && each.name !== null);
  return buffers[bufferId]?.name ?? view?.name ?? null;
}

/** The variable of a statement that declares one: `const blob = new Blob(…)`. */
function variableOf({ site }: Step): string | null {
  return (
    /^(?:export )?(?:const|let|var) ([\p{ID_Start}$_][\p{ID_Continue}$]*) = /u.exec(
      site?.text ?? '',
    )?.[1] ?? null
  );
}
