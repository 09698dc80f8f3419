/** The readout's line for one cell, written into the DOM by hand because hovering must not render. */
import { formatByte, formatHex } from '../../core/bytes/format';
import type { MemoryText } from '../../i18n/memory';
import { rangeOf } from './cell-index';

export interface Reading {
  readonly tag: string | null;
  readonly family: string;
  readonly name: string;
  readonly span: string;
  readonly hex: string;
  readonly value: string;
  readonly why: string;
}

/** What a cell says, from its own attributes and its buffer's bytes. */
export function readingOf(cell: HTMLElement, bytes: Uint8Array, text: MemoryText): Reading {
  const range = rangeOf(cell);
  const { name = '', fam, tag, full, why } = cell.dataset;
  const span = text.span(range.start, range.end - 1);
  const hex = formatHex(bytes, range);
  if (fam === undefined) {
    const value = bytes[range.start] ?? 0;
    const bits = text.bits(formatByte(value, 'bin'));
    return { tag: null, family: '', name, span: '', hex, value: String(value), why: bits };
  }
  const value = full ?? cell.textContent;
  return { tag: tag ?? null, family: fam, name, span, hex, value, why: why ?? '' };
}

/** Replaces the content of `out` with a reading. */
export function writeReading(out: HTMLElement, reading: Reading): void {
  const parts: HTMLElement[] = [];
  const add = (tagName: 'span' | 'b', className: string, content: string) => {
    if (!content) return;
    const element = out.ownerDocument.createElement(tagName);
    element.className = className;
    element.textContent = content;
    parts.push(element);
  };
  if (reading.tag !== null) add('span', `tag ${reading.family}`, reading.tag);
  add('b', 'name', reading.name);
  add('span', 'span', reading.span);
  add('span', 'hexes', reading.hex);
  add('b', 'value', reading.value);
  add('span', 'why', reading.why);
  out.replaceChildren(...parts);
}
