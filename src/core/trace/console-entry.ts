/** What one console call said, taken apart in the realm at the moment of the call, so that later changes do not show. */
import type { ElementKind } from '../bytes/view-kinds';

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

export interface ConsoleEntry {
  /** What the row is: a line of values, a table, a group's heading, or a mark that the console was cleared. */
  readonly kind: 'values' | 'table' | 'group' | 'groupCollapsed' | 'clear';
  readonly level: ConsoleLevel;
  /** For `values` and groups: the arguments. For `table`: exactly one value, the table's data. */
  readonly values: readonly Preview[];
  /** Nesting: how many groups are open around it. */
  readonly depth: number;
  /** 1-based line of the call in the learner's source, or null when unknown. */
  readonly line: number | null;
  /** How many equal calls in a row this entry stands for (1 unless repeated). */
  readonly count: number;
  /** Steps that had been recorded when it was called first, and last. 0 in a light recording. */
  readonly step: number;
  readonly lastStep: number;
  /** The learner's frames for console.trace, innermost first; empty otherwise. */
  readonly stack: readonly { readonly name: string; readonly line: number }[];
}

/**
 * A value as the console shows it, made by property descriptors only: no getter, no toString and no proxy trap of
 * the learner's ever runs. Every list is capped; `omitted` says how many entries are not there.
 */
export type Preview =
  | {
      readonly kind: 'primitive';
      readonly type: 'undefined' | 'null' | 'boolean' | 'number' | 'bigint' | 'symbol';
      readonly text: string;
    }
  | { readonly kind: 'string'; readonly text: string; readonly omitted: number }
  | { readonly kind: 'function'; readonly name: string; readonly isClass: boolean }
  | {
      readonly kind: 'object';
      /** The constructor's name, or null for a null prototype: `Point`, `Object`, `Map`, `Promise`, … */
      readonly name: string | null;
      readonly entries: readonly PreviewEntry[];
      readonly omitted: number;
    }
  | {
      readonly kind: 'list';
      /** `Array`, `Set`, `Map` (its entries are pairs: lists of two). */
      readonly name: string;
      readonly length: number;
      readonly items: readonly (Preview | null)[];
      readonly omitted: number;
    }
  | { readonly kind: 'accessor'; readonly get: boolean; readonly set: boolean }
  | { readonly kind: 'proxy' }
  /** An object met again inside itself. */
  | { readonly kind: 'circular' }
  /** Deeper than the preview goes: only its name is known. */
  | { readonly kind: 'elided'; readonly name: string }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly line: number | null;
    }
  | {
      readonly kind: 'typed-array';
      readonly type: ElementKind;
      readonly length: number;
      readonly byteOffset: number;
      readonly byteLength: number;
      readonly bufferByteLength: number;
      /** The recorder's identity of the buffer, where it knows it. */
      readonly bufferId: number | null;
      readonly detached: boolean;
      /** The first elements as text (bigints without their n). */
      readonly items: readonly string[];
      /** The first bytes. */
      readonly bytes: Uint8Array;
    }
  | {
      readonly kind: 'data-view';
      readonly byteOffset: number;
      readonly byteLength: number;
      readonly bufferByteLength: number;
      readonly bufferId: number | null;
      readonly detached: boolean;
      readonly bytes: Uint8Array;
    }
  | {
      readonly kind: 'array-buffer';
      readonly shared: boolean;
      readonly byteLength: number;
      readonly maxByteLength: number | null;
      readonly bufferId: number | null;
      readonly detached: boolean;
      readonly bytes: Uint8Array;
    }
  | {
      readonly kind: 'blob';
      /** `File` when it has a name. */
      readonly file: string | null;
      readonly size: number;
      readonly type: string;
      /** The first bytes once they have been read (they arrive a moment later), else null. */
      readonly bytes: Uint8Array | null;
    };

export interface PreviewEntry {
  /** The key as text; symbols as `Symbol(x)`. */
  readonly key: string;
  readonly value: Preview;
}

/** Limits that keep one console call small enough to send and to draw. */
export const CONSOLE_LIMITS = {
  /** Entries kept in a run; later calls are only counted. */
  entries: 1000,
  /** Previewed values in one call, nested ones included. */
  nodes: 400,
  depth: 4,
  /** Items of one list or entries of one object. */
  items: 100,
  /** UTF-16 code units of one string. */
  text: 10_000,
  /** Bytes of one buffer or view. */
  bytes: 64,
} as const;
