/** What lanes are called: the variable where there is one, else the type's short name, never the same twice. */
import { ELEMENT_TYPES, familyOf, type ViewKind } from '../../core/bytes/view-kinds';
import type { ViewState } from '../../core/trace/memory-state';

export interface LaneName {
  readonly name: string;
  /** At most four characters, so that it fits beside eight bytes on a phone. */
  readonly shortName: string;
}

const SHORT_NAME_LENGTH = 4;

/** `u8`, `u8c`, `i16`, `f64`, `dv`: the family's letter and the element's bits. */
export function kindTag(kind: ViewKind): string {
  if (kind === 'DataView') return 'dv';
  const bits = `${familyOf(kind)}${ELEMENT_TYPES[kind].byteSize * 8}`;
  return kind === 'Uint8ClampedArray' ? `${bits}c` : bits;
}

/** The names of every view in a state, by view id. Variables get theirs before anything derived does. */
export function laneNames(state: {
  readonly views: readonly Pick<ViewState, 'id' | 'name' | 'kind'>[];
}): ReadonlyMap<number, LaneName> {
  const taken = new Set<string>();
  const takenShort = new Set<string>();
  const names = new Map<number, LaneName>();
  const order = [...state.views].sort(
    (a, b) => Number(a.name === null) - Number(b.name === null) || a.id - b.id,
  );
  for (const view of order) {
    const tag = kindTag(view.kind);
    const name = unique(view.name ?? tag, taken, (wanted, n) => `${wanted}·${n}`);
    const wantedShort = name.length <= SHORT_NAME_LENGTH ? name : tag;
    const shortName = unique(wantedShort, takenShort, (_, n) => `${tag}${letter(n)}`);
    names.set(view.id, { name, shortName });
  }
  return names;
}

function unique(
  wanted: string,
  taken: Set<string>,
  suffixed: (wanted: string, n: number) => string,
): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = suffixed(wanted, n);
  taken.add(name);
  return name;
}

/** 2 → b, 3 → c … 27 → ba: `u8b` reads as "the second u8". */
function letter(n: number): string {
  const digit = (n - 1) % 26;
  const rest = Math.floor((n - 1) / 26);
  return (rest > 0 ? letter(rest + 1) : '') + String.fromCharCode(97 + digit);
}
