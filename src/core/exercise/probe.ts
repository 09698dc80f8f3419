/**
 * Probes: calls of the program's own functions that the host makes in the realm once the program has run. Inputs and
 * results are plain data, so that they cross the port; each call is a stretch of the run's trace.
 */
import type { ViewKind } from '../bytes/view-kinds';
import type { Preview } from '../trace/console-entry';
import type { ErrorReport } from '../trace/run';
import type { TraceCounts } from '../trace/trace-chunk';
import type { MadeCanvas } from './canvas';
import type { LabBehaviour, ProbeRecord } from './lab';
import type { MadeFile } from './made-file';
import type { MediaBehaviour, MediaPart } from './media';

export type PlainValue = undefined | null | boolean | number | bigint | string;

/** An argument, as data. Each `bytes` becomes a buffer of its own, known to the recorder before the call. */
export type ProbeInput =
  | {
      readonly kind: 'plain';
      readonly value: PlainValue;
      /** Readers see it in hexadecimal. */
      readonly hex?: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly ProbeInput[] }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: string; readonly value: ProbeInput }[];
    }
  | {
      readonly kind: 'bytes';
      /** What pictures call it: the parameter's name. */
      readonly name: string | null;
      /** The whole buffer. */
      readonly bytes: Uint8Array;
      /** What the function is given: a view of the buffer, or (null) the buffer itself. `length` counts elements. */
      readonly view: {
        readonly kind: ViewKind;
        readonly byteOffset: number;
        readonly length: number;
      } | null;
    }
  /** A File. Its bytes are no buffer until the program reads them. */
  | { readonly kind: 'file'; readonly name: string; readonly file: MadeFile }
  /** A connected Socket of the room `/upload`, as `io('/upload')` gives it, with this lab at its other end. */
  | { readonly kind: 'socket'; readonly lab: LabBehaviour }
  /** A MessagePort with a Worker at its other end that notes `{ offset, bytes }`. */
  | { readonly kind: 'worker'; readonly file: MadeFile }
  /** A function that notes its calls; `name` is the parameter's. */
  | { readonly kind: 'listener'; readonly name: string }
  /** A canvas that notes what is done to its pixels. */
  | { readonly kind: 'canvas'; readonly canvas: MadeCanvas }
  /** `controls` with one of this name, at the first of its values; it moves to the others once the call has returned. */
  | { readonly kind: 'controls'; readonly name: string; readonly values: readonly number[] }
  /** One of the objects of a simulated MediaSource; those of one call belong together, and behave as the first of them says. */
  | { readonly kind: 'media'; readonly part: MediaPart; readonly media: MediaBehaviour };

export interface Probe {
  /** A function of the program's outermost scope: no export needed. */
  readonly call: string;
  readonly inputs: readonly ProbeInput[];
}

/** Where a recording stood: everything after one mark and up to the next belongs to the call between them. */
export interface Mark {
  /** Steps recorded so far. */
  readonly steps: number;
  /** Buffers and views known so far, and buffers that are not held. */
  readonly buffers: number;
  readonly views: number;
  readonly omitted: number;
  /** What was only counted so far, once the recording has reached its cap. */
  readonly counts: TraceCounts | null;
}

/** A bytes input after the call. */
export interface BytesAfter {
  /** The recorder's identity of the buffer; null where it is not held. */
  readonly bufferId: number | null;
  /** The whole buffer, its first MAX_PROBE_BYTES; empty once detached. */
  readonly bytes: Uint8Array;
  readonly detached: boolean;
}

export type ProbeOutcome =
  | {
      readonly kind: 'returned';
      readonly value: Preview;
      /** What a returned view or buffer covers, its first MAX_PROBE_BYTES; null for other values. */
      readonly bytes: Uint8Array | null;
      readonly viewId: number | null;
    }
  | { readonly kind: 'threw'; readonly error: ErrorReport }
  /** There is no such function; `found` is what `typeof` says of the name. */
  | { readonly kind: 'no-function'; readonly found: string }
  /**
   * It returned a promise that was still open after PROBE_WAIT_MS (in which its lab was not spoken to), or at once where
   * another one was before it.
   */
  | { readonly kind: 'unsettled' };

export interface ProbeResult {
  readonly outcome: ProbeOutcome;
  /** By argument; null for those that are not bytes. */
  readonly inputs: readonly (BytesAfter | null)[];
  /** What sockets, Workers and listeners among the arguments noted, by argument; missing where there is none. */
  readonly records?: readonly (ProbeRecord | null)[];
  readonly from: Mark;
  readonly to: Mark;
}

export const MAX_PROBES = 512;
/** Of an input, or of a result, so many bytes come back. */
export const MAX_PROBE_BYTES = 65_536;
/** An input may have more where nobody asks what is left of it behind those. */
export const MAX_INPUT_BYTES = 262_144;
export const PROBE_WAIT_MS = 1500;

/** The names that probes need from the program's scope: what `instrument` is to expose. */
export function probedNames(probes: readonly Probe[]): readonly string[] {
  return [...new Set(probes.map(({ call }) => call))];
}
