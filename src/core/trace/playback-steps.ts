/** The steps of MediaSource, SourceBuffers and media elements: what the program did, and what the browser told. */
import type { PlaybackFact } from './playback-facts';
import { KIND, kindOf, RANGED, ROW_WORDS, rowKeptLength, sizeOf } from './rows';
import type { Trace } from './trace';

export interface PlaybackStep {
  readonly step: number;
  /** The method or attribute (`appendBuffer`, `duration`), `new MediaSource`, or the event's name. */
  readonly operation: string;
  /** Null for events. */
  readonly line: number | null;
  readonly fact: PlaybackFact;
}

/** In order. */
export function playbackSteps({ steps, rows, details, sites }: Trace): readonly PlaybackStep[] {
  const found: PlaybackStep[] = [];
  for (let step = 1; step <= steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = rows[at] as number;
    if (kindOf(meta) !== KIND.media || sizeOf(meta) !== RANGED) continue;
    const detail = details[rows[at + 5] as number];
    if (!detail?.playback) continue;
    const site = rows[at + 1] as number;
    const line = site === 0 ? null : (sites[site]?.line ?? null);
    found.push({ step, operation: detail.operation, line, fact: detail.playback });
  }
  return found;
}

/**
 * The bytes that `appendBuffer` was given at a step: they stay what they were, whatever the program did with its buffer
 * later. Null for other steps, for an append that threw, and where they were too many to keep.
 */
export function appendedBytes({ rows, details, payload }: Trace, step: number): Uint8Array | null {
  const at = (step - 1) * ROW_WORDS;
  const meta = rows[at] ?? 0;
  if (kindOf(meta) !== KIND.media || sizeOf(meta) !== RANGED) return null;
  const { append = null, phase } = details[rows[at + 5] as number]?.playback ?? {};
  const kept = rowKeptLength(rows, at);
  if (append === null || phase !== 'call' || kept !== append.byteLength) return null;
  const start = rows[at + 3] as number;
  return payload.subarray(start, start + kept);
}
