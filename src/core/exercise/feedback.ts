/** What is said about a failed check, as data: sentences are chosen by `i18n/exercise.ts` and by the exercise itself. */
import type { ByteRange } from '../bytes/ranges';
import type { PixelRect } from '../trace/picture-facts';
import type { ErrorReport } from '../trace/run';
import type { Call } from './attempt';
import type { CanvasCall } from './canvas';
import type { ByteOrderSlip } from './compare';
import type { Fact } from './facts';
import type { Pattern } from './pattern';

export type Problem =
  | { readonly kind: 'threw'; readonly error: ErrorReport }
  /** `found` is what `typeof` says of the name. */
  | { readonly kind: 'no-function'; readonly name: string; readonly found: string }
  | { readonly kind: 'unsettled' }
  /** Both as code writes them. */
  | { readonly kind: 'value'; readonly expected: string; readonly found: string }
  /** It should have thrown. */
  | { readonly kind: 'no-error'; readonly expected: string; readonly found: string }
  /** Another kind of object than asked for: `expected` is `Uint32Array`, `ArrayBuffer`, `DataView`. */
  | { readonly kind: 'type'; readonly expected: string; readonly found: string }
  /** A view of the right kind over other bytes. `buffer`: it looks at another buffer than it should. */
  | {
      readonly kind: 'view';
      readonly property: 'buffer' | 'byteOffset' | 'length';
      /** Null for `buffer`. */
      readonly expected: number | null;
      readonly found: number | null;
    }
  | BytesProblem
  | BlobProblem
  /** More bytes of an input were read than may be. */
  | { readonly kind: 'bytes-read'; readonly found: number; readonly most: number }
  /** Something was done that should not have been (`extra`), or more of it than counted here; or `missing` was not done. */
  | {
      readonly kind: 'access';
      readonly rule: 'only' | 'none' | 'at-most' | 'in-order';
      readonly extra: Fact | null;
      readonly missing: Pattern | null;
      /** How often it was done, and how often it may be. */
      readonly count: number;
      readonly most: number;
    }
  | LabProblem
  | CanvasProblem
  | MediaProblem
  /** So much was done that the recording ended, and the totals cannot tell; or the buffer asked for is not held. */
  | { readonly kind: 'capped' }
  /** A console line, by number from 0; null for a line that is not there. */
  | {
      readonly kind: 'printed';
      readonly index: number;
      readonly expected: string | null;
      readonly found: string | null;
    };

/** What was wrong with a lab, a Worker or a listener of the call's. Bytes and offsets count from the file's start. */
export type LabProblem =
  /** The other end has not all of the file. */
  | {
      readonly kind: 'lab';
      readonly size: number;
      /** Bytes it has in order. */
      readonly has: number;
      /** It was told that all are there, and said that they are saved. */
      readonly isDone: boolean;
      /** The code of its first refusal. */
      readonly refusal: string | null;
      /** Where a chunk had other bytes than the file. */
      readonly differsAt: number | null;
    }
  /** More chunks were without an acknowledgement than may be, or never as many as should. */
  | {
      readonly kind: 'in-flight';
      readonly found: number;
      readonly most: number | null;
      readonly least: number | null;
    }
  /** Behind the acknowledgement of these bytes nothing was on its way, and there was more to send. */
  | { readonly kind: 'idle'; readonly after: number }
  | { readonly kind: 'early-reads'; readonly found: number; readonly most: number }
  /** One read took so many bytes. */
  | { readonly kind: 'long-read'; readonly found: number; readonly most: number }
  | {
      readonly kind: 'read-again';
      readonly start: number;
      /** Where the lab wanted to go on. */
      readonly has: number;
      readonly sentTwice: number;
    }
  /** The nth report, from 0, as text; `expected` is null for one too many, `found` for one that is missing. */
  | {
      readonly kind: 'progress';
      readonly index: number;
      readonly expected: string | null;
      readonly found: string | null;
    }
  /** A report that was ahead of the lab. */
  | { readonly kind: 'unearned'; readonly said: string; readonly acknowledged: number }
  /** A part was posted as something else than an ArrayBuffer. */
  | { readonly kind: 'part'; readonly offset: number; readonly found: string }
  | { readonly kind: 'not-moved'; readonly posted: number; readonly moved: number };

/** What was wrong with a canvas of the call's. */
export type CanvasProblem =
  /** Other pixels were read or written; `found` is null where none were. */
  | {
      readonly kind: 'canvas-rect';
      readonly operation: CanvasCall['operation'];
      readonly expected: PixelRect;
      readonly found: PixelRect | null;
    }
  | {
      readonly kind: 'canvas-calls';
      readonly operation: CanvasCall['operation'];
      readonly found: number;
      readonly most: number;
    }
  /** A pixel of the canvas. */
  | {
      readonly kind: 'pixels';
      /** Where the control stood; null where the call has none. */
      readonly control: { readonly name: string; readonly value: number } | null;
      /** 0 when the call was over; then the moves of its control. */
      readonly state: number;
      readonly x: number;
      readonly y: number;
      /** Red, green, blue, alpha. */
      readonly expected: readonly number[];
      readonly found: readonly number[];
      /** Pixels that differ. */
      readonly differing: number;
    };

/** What was wrong with what was done to a MediaSource. */
export type MediaProblem =
  /** The nth call of this operation, from 1, came while the SourceBuffer was updating. */
  | { readonly kind: 'media-busy'; readonly operation: string; readonly number: number }
  /** A listener of this event let an error out. */
  | { readonly kind: 'media-uncaught'; readonly event: string; readonly error: string }
  /** Not all bytes were appended, or too many; `differsAt` is the first append, by its offset, with other bytes. */
  | {
      readonly kind: 'media-bytes';
      readonly expected: number;
      readonly found: number;
      readonly differsAt: number | null;
    }
  /** How often `endOfStream` was called; once is right. */
  | { readonly kind: 'media-ends'; readonly found: number }
  /** This was called when the SourceBuffer had failed already. */
  | { readonly kind: 'media-after-failure'; readonly operation: string }
  /** What a listener was told, as code writes it; null where it should have been told nothing, or was not. */
  | { readonly kind: 'told'; readonly expected: string | null; readonly found: string | null }
  /** The type that `addSourceBuffer` was given; null where it was not called, or should not have been. */
  | { readonly kind: 'media-type'; readonly expected: string | null; readonly found: string | null }
  /** `addSourceBuffer` was called with a type that nobody had asked for before. */
  | { readonly kind: 'media-unasked'; readonly type: string }
  /** The address is still there, or it was given back before the MediaSource was open. */
  | { readonly kind: 'media-url'; readonly isEarly: boolean };

/** What was wrong with Blobs and their addresses. */
export type BlobProblem =
  | { readonly kind: 'blob-type'; readonly expected: string; readonly found: string }
  /** More bytes of Blobs were read than may be. */
  | { readonly kind: 'blob-bytes'; readonly found: number; readonly most: number }
  /** Object URLs that were made, and those that are live at the end. */
  | { readonly kind: 'urls'; readonly made: number; readonly live: number };

/** Rows of expected and found bytes. */
export interface BytesProblem {
  readonly kind: 'bytes';
  /** Whose bytes: what the call returned, its nth argument's buffer, or a variable of the program. */
  readonly of: 'returned' | { readonly input: number } | { readonly variable: string };
  readonly expected: Uint8Array;
  readonly found: Uint8Array;
  /** The bytes that this check speaks of. */
  readonly range: ByteRange;
  /** All that differ, in order, also outside `range`; bytes that are missing or too many count. */
  readonly differing: readonly number[];
  /** The slip of the hand that explains what differs in `range`. */
  readonly slip: ByteOrderSlip | null;
}

/** Where in the run a reader can see it. */
export interface Spot {
  /** The learner's line. */
  readonly line: number | null;
  /** For "show byte 2 in the bench": a step, and a byte of a buffer at it. */
  readonly step: number | null;
  readonly bufferId: number | null;
  readonly byteOffset: number | null;
}

/** What a rule finds. */
export interface Finding {
  readonly problem: Problem;
  /** The call it was found in; null for the program itself. */
  readonly call: Call | null;
  readonly spot: Spot;
}

export const NO_SPOT: Spot = { line: null, step: null, bufferId: null, byteOffset: null };

/** A problem of a call's. */
export function fails(call: Call, problem: Problem, spot: Spot = NO_SPOT): Finding {
  return { problem, call, spot };
}

/** What a reader is told. */
export interface Feedback {
  readonly problem: Problem;
  /** The known wrong answer that this is, whose own words then stand in for the general ones; null for others. */
  readonly mistake: string | null;
  /** `elementCount(18, 4, 0)`; null for the program itself. */
  readonly call: string | null;
  readonly spot: Spot;
}
