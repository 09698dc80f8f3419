/**
 * A string as UTF-8 in memory: the bytes a TextEncoder writes, three typed arrays over them, and a label over the
 * bytes of each code point.
 *
 * @see Encoding Standard, "UTF-8 encoder"
 */
import { rangeAt } from '../../core/bytes/ranges';
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import type { MemoryState, ViewState } from '../../core/trace/memory-state';
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

/** Lays out a string; `text` names the characters that have no picture. */
export function heroMemory(value: string, text: HeroText): HeroMemory {
  const encoder = new TextEncoder();
  const labels: Label[] = [];
  const encoded: number[] = [];
  for (const character of value) {
    const bytes = encoder.encode(character);
    labels.push({ ...rangeAt(encoded.length, bytes.length), ...labelOf(character, text) });
    encoded.push(...bytes);
  }
  // A whole number of octets: every view's elements fit, and what was not written stays hollow.
  const byteLength = Math.max(LEAST_BYTES, Math.ceil(encoded.length / 8) * 8);
  const bytes = new Uint8Array(byteLength);
  bytes.set(encoded);
  const last = labels.at(-1);
  return {
    state: {
      buffers: [
        {
          id: 0,
          name: 'bytes',
          byteLength,
          maxByteLength: null,
          shared: false,
          detached: false,
          bytes,
          written: new Uint8Array(byteLength).fill(1, 0, encoded.length),
          line: 1,
        },
      ],
      views: KINDS.map((kind, id): ViewState => {
        const { byteSize } = ELEMENT_TYPES[kind];
        const length = Math.floor(byteLength / byteSize) * byteSize;
        return {
          id,
          bufferId: 0,
          kind,
          name: null,
          byteOffset: 0,
          byteLength: length,
          lengthTracking: false,
          line: 1,
        };
      }),
      calls: [],
      omittedBuffers: 0,
    },
    labels: { name: text.lane, shortName: text.lane, kindName: 'UTF-8', labels },
    step: last && {
      bufferId: 0,
      changed: new Set(Array.from({ length: last.end - last.start }, (_, i) => last.start + i)),
      head: { start: last.start, end: last.end, access: 'write', lane: 'labels' },
    },
    byteLength: encoded.length,
    codePoints: labels.length,
    characters: countGraphemes(value) ?? labels.length,
  };
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
