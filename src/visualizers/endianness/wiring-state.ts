/** What the figure shows and how typing, choosing and poking change it. Pure. */
import { ELEMENT_TYPES } from '../../core/bytes/view-kinds';
import { encodeElement } from '../../core/bytes/encode';
import {
  pokeByte,
  WIRED_KINDS,
  wiredName,
  wiringOf,
  type WiredBits,
  type WiredFamily,
  type WiredName,
} from './model';
import { parseValue, type Refusal, type StoreNote } from './parse-value';

export interface WiringState {
  /** As the reader wrote it. */
  readonly text: string;
  readonly name: WiredName;
  /** Of the last value that could be stored, highest first. */
  readonly bytes: Uint8Array;
  readonly note: StoreNote | null;
  readonly refusal: Refusal | null;
}

/** The figure for a value that stands in a lesson. Throws on one that cannot be stored: an author's mistake. */
export function openingState(text: string, name: WiredName): WiringState {
  const parsed = parseValue(text, WIRED_KINDS[name]);
  if (parsed.kind === 'refused')
    throw new Error(
      `"${text}" is not a value of ${WIRED_KINDS[name]} (${parsed.why}). Write, for example: value="0x12345678" kind="u32"`,
    );
  const { value, note } = parsed;
  return { text, name, bytes: encodeElement(value, WIRED_KINDS[name]), note, refusal: null };
}

/** Something else was typed; what is no number leaves the bytes as they are. */
export function typed(state: WiringState, text: string, name = state.name): WiringState {
  const parsed = parseValue(text, WIRED_KINDS[name]);
  if (parsed.kind === 'value') return openingState(text, name);
  return name === state.name
    ? { ...state, text, note: null, refusal: parsed.why }
    : // Another type always has bytes of its own; the text is shown with the reason it is not among them.
      { ...openingState('0', name), text, refusal: parsed.why };
}

/** The same number as another type. */
export function chosen(state: WiringState, family: WiredFamily, bits: WiredBits): WiringState {
  return typed(state, state.text, wiredName(family, bits));
}

/** One byte changed in memory: the value follows, written in the base it was written in. */
export function poked(state: WiringState, index: number, byte: number): WiringState {
  const bytes = pokeByte(state.bytes, index, byte);
  const { value, hex, family } = wiringOf(bytes, WIRED_KINDS[state.name]);
  const isHex = family !== 'f' && /^\s*[+-−]?0x/i.test(state.text) && Number(value) >= 0;
  return { ...state, bytes, text: isHex ? hex : codeOf(value), note: null, refusal: null };
}

/** As code writes it: a hyphen for minus, and the sign of −0. */
const codeOf = (value: number | bigint): string => (Object.is(value, -0) ? '-0' : String(value));

export const familyOfName = (name: WiredName): WiredFamily =>
  ELEMENT_TYPES[WIRED_KINDS[name]].family;

export const bitsOfName = (name: WiredName): WiredBits =>
  (ELEMENT_TYPES[WIRED_KINDS[name]].byteSize * 8) as WiredBits;
