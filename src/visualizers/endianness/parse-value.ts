/** What a reader types becomes a value of the chosen type, or a reason why not. A mistake is a value here. */
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import { readNumber } from '../../core/bytes/read-number';
import { readElement } from '../../core/bytes/read';
import { encodeElement } from '../../core/bytes/encode';

/** What a store did to the number: its high bits or its fraction are gone, or the nearest float stands in. */
export type StoreNote = 'wrapped' | 'cut' | 'rounded';
/** Why nothing was stored: not a number at all, no such integer, or a fraction where a BigInt is asked for. */
export type Refusal = 'syntax' | 'notFinite' | 'fraction';

export type ParsedValue =
  | { readonly kind: 'value'; readonly value: number | bigint; readonly note: StoreNote | null }
  | { readonly kind: 'refused'; readonly why: Refusal };

/** As written in code or copied from the page: `0x1_47`, `1,191,247,872`, `−2`, `5n`, `1e-3`, `NaN`. */
export function parseValue(text: string, kind: ElementKind): ParsedValue {
  const written = readNumber(text);
  if (written === null) return { kind: 'refused', why: 'syntax' };
  const { exact, number } = written;
  return ELEMENT_TYPES[kind].family === 'f'
    ? asFloat(exact, number, kind)
    : asInteger(exact, number, kind);
}

function asFloat(exact: bigint | null, number: number, kind: ElementKind): ParsedValue {
  const stored = readElement(encodeElement(number, kind), 0, kind, false);
  const isExact =
    Object.is(stored, number) &&
    (exact === null || (Number.isFinite(number) && BigInt(number) === exact));
  return { kind: 'value', value: stored, note: isExact ? null : 'rounded' };
}

function asInteger(exact: bigint | null, number: number, kind: ElementKind): ParsedValue {
  if (exact === null && !Number.isFinite(number)) return { kind: 'refused', why: 'notFinite' };
  const { byteSize, family } = ELEMENT_TYPES[kind];
  const isCut = exact === null && !Number.isInteger(number);
  if (isCut && byteSize === 8) return { kind: 'refused', why: 'fraction' };
  const whole = exact ?? BigInt(Math.trunc(number));
  const bits = byteSize * 8;
  const stored = family === 'u' ? BigInt.asUintN(bits, whole) : BigInt.asIntN(bits, whole);
  return {
    kind: 'value',
    value: byteSize === 8 ? stored : Number(stored),
    note: stored !== whole ? 'wrapped' : isCut ? 'cut' : null,
  };
}
