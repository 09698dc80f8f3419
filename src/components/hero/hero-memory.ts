/**
 * A string as UTF-8 in memory: the bytes a TextEncoder writes, three typed arrays over them, and a label over the
 * bytes of each code point.
 *
 * @see Encoding Standard, "UTF-8 encoder"
 */
import { rangeAt } from '../../core/bytes/ranges';
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import type { MemoryState } from '../../core/trace/memory-state';
import { memoryAt } from '../../core/trace/replay';
import { KIND, NO_VIEW } from '../../core/trace/rows';
import { stepAt, type Trace, type TraceBuffer, type TraceView } from '../../core/trace/trace';
import { writeTrace } from '../../core/trace/trace-writer';
import type { HeroText } from '../../i18n/hero';
import type { Label, LabelLane } from '../../visualizers/memory/types';
import type { MemoryStep } from '../../visualizers/memory/View';

export interface HeroMemory {
  readonly state: MemoryState;
  readonly labels: LabelLane;
  /** The last code point's write, or undefined for an empty string. */
  readonly step: MemoryStep | undefined;
  readonly byteLength: number;
  readonly codePoints: number;
  /** What a reader would count: grapheme clusters, where the engine can tell. */
  readonly characters: number;
}

/** The drawn buffer is never shorter than this, so that the page does not jump at the first keys. */
const LEAST_BYTES = 16;
const KINDS: readonly ElementKind[] = ['Uint8Array', 'Int16Array', 'Float32Array'];

const encoder = new TextEncoder();

/** Lays out a string; `text` names the characters that have no picture. */
export function heroMemory(value: string, text: HeroText): HeroMemory {
  const labels: Label[] = [];
  let byteCount = 0;
  for (const character of value) {
    const { length } = encoder.encode(character);
    labels.push({ ...rangeAt(byteCount, length), ...labelOf(character, text) });
    byteCount += length;
  }
  const trace = heroTrace(value, byteCount);
  const last = trace.steps > 0 ? stepAt(trace, trace.steps) : null;
  return {
    state: memoryAt(trace, trace.steps),
    labels: { name: text.lane, shortName: text.lane, kindName: 'UTF-8', labels },
    step: last
      ? {
          bufferId: 0,
          changed: new Set(Array.from(last.after, (_, i) => last.range.start + i)),
          head: { ...last.range, access: 'write', lane: 'labels' },
        }
      : undefined,
    byteLength: byteCount,
    codePoints: labels.length,
    characters: countGraphemes(value) ?? labels.length,
  };
}

/** The recording that encoding the string would leave: a step for each code point, and replay does the rest. */
function heroTrace(value: string, byteCount: number): Trace {
  // A whole number of octets: every view's elements fit, and what was not written stays hollow.
  const byteLength = Math.max(LEAST_BYTES, Math.ceil(byteCount / 8) * 8);
  const buffer: TraceBuffer = {
    name: 'bytes',
    at: 0,
    byteLength,
    maxByteLength: null,
    shared: false,
    line: 1,
    initial: new Uint8Array(0),
    filled: false,
  };
  const views = KINDS.map((kind): TraceView => {
    const { byteSize } = ELEMENT_TYPES[kind];
    return {
      name: null,
      at: 0,
      bufferId: 0,
      kind,
      byteOffset: 0,
      byteLength: Math.floor(byteLength / byteSize) * byteSize,
      lengthTracking: false,
      line: 1,
    };
  });
  return writeTrace({ buffers: [buffer], views }, (writer) => {
    let start = 0;
    for (const character of value) {
      const after = encoder.encode(character);
      const range = rangeAt(start, after.length);
      writer.range(KIND.copy, 0, 0, NO_VIEW, 0, range, new Uint8Array(after.length), after, {
        operation: 'TextEncoder.encode',
        source: null,
      });
      start = range.end;
    }
  });
}

function labelOf(character: string, text: HeroText): Omit<Label, 'start' | 'end'> {
  const codePoint = character.codePointAt(0) ?? 0;
  const notation = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  // A lone surrogate is no character: the encoder writes the replacement character in its place.
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    return {
      name: `"\\u${codePoint.toString(16).toUpperCase()}"`,
      text: '\ufffd',
      named: false,
      full: text.loneSurrogate(notation),
    };
  }
  const invisible = text.invisible[codePoint];
  const name = `"${character}"`;
  if (invisible !== undefined) {
    return { name, text: invisible, named: true, full: `${notation}, ${invisible}` };
  }
  if (/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Co}\p{Cn}]/u.test(character)) {
    return { name, text: notation, named: true, full: notation };
  }
  // A combining mark needs something to sit on.
  const shown = /^\p{M}/u.test(character) ? `\u25cc${character}` : character;
  return { name, text: shown, named: false, full: notation };
}

function countGraphemes(value: string): number | null {
  if (typeof Intl.Segmenter !== 'function') return null;
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value)].length;
}
