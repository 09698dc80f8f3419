/**
 * Takes a value apart for the console at the moment of the call. Only descriptors and native getters are used: no
 * getter, toString, toJSON or proxy trap of the learner's ever runs.
 */
import { CONSOLE_LIMITS, type Preview, type PreviewEntry } from '../../core/trace/console-entry';
import { constructorName, isErrorObject, messageOf, nameOfError } from '../objects';
import {
  dateGetTime,
  dateToISOString,
  functionToString,
  getOwnPropertyDescriptor,
  hasOwn,
  isArray,
  mapForEach,
  mapSize,
  min,
  ownKeys,
  push,
  regExpSource,
  setForEach,
  setSize,
  stringSlice,
  stringStartsWith,
  tryGet,
} from '../primordials';
import { isProxy } from '../proxies';
import { stackOf, type Stacks } from '../stack';
import { previewBinary, type BufferIds } from './preview-binary';
import { primitiveText } from './text';

/** UTF-16 units of all strings in one call together. */
const TEXT_PER_CALL = 40_000;

/** One call's values being taken apart: what is left of its budgets, and the objects it is inside of. */
export class Previewer {
  #nodes: number = CONSOLE_LIMITS.nodes;
  #text = TEXT_PER_CALL;
  readonly #inside: object[] = [];
  /** For console.table: the only columns that are wanted, or null. */
  columns: readonly string[] | null = null;

  constructor(
    readonly stacks: Stacks,
    readonly buffers: BufferIds,
    /** Told of every Blob met, with the preview that its first bytes go into. */
    readonly onBlob: (blob: object, preview: Preview) => void,
  ) {}

  preview(value: unknown, depth = 0): Preview {
    this.#nodes--;
    if (typeof value === 'string') return this.#string(value);
    if (typeof value === 'function') {
      return isProxy(value) ? { kind: 'proxy' } : previewFunction(value);
    }
    if (typeof value !== 'object' || value === null) {
      return { kind: 'primitive', type: typeOf(value), text: this.#cut(primitiveText(value)) };
    }
    if (isProxy(value)) return { kind: 'proxy' };
    for (let i = 0; i < this.#inside.length; i++) {
      if (this.#inside[i] === value) return { kind: 'circular' };
    }
    const binary = previewBinary(value, this.buffers, this.onBlob);
    if (binary !== null) return binary;
    if (isErrorObject(value)) return this.#error(value);
    const name = this.#name(value);
    if (depth >= CONSOLE_LIMITS.depth || this.#nodes <= 0)
      return { kind: 'elided', name: name ?? 'null prototype' };
    push(this.#inside, value);
    const preview = this.#object(value, name, depth);
    this.#inside.length--;
    return preview;
  }

  #object(value: object, name: string | null, depth: number): Preview {
    if (isArray(value)) return this.#array(value, name ?? 'Array', depth);
    const mapLength = tryGet(mapSize, value);
    if (mapLength !== null) return this.#map(value, name ?? 'Map', mapLength, depth);
    const setLength = tryGet(setSize, value);
    if (setLength !== null) return this.#set(value, name ?? 'Set', setLength, depth);
    const special = this.#special(value);
    if (special !== null) return { kind: 'object', name, entries: [special], omitted: 0 };
    return this.#entries(value, name, depth);
  }

  /** Dates and regular expressions keep their content where no descriptor shows it. */
  #special(value: object): PreviewEntry | null {
    const time = tryGet(dateGetTime, value);
    if (time !== null) {
      const text = tryGet(dateToISOString, value) ?? 'Invalid Date';
      return { key: 'date', value: this.#string(text) };
    }
    const source = tryGet(regExpSource, value);
    // RegExp.prototype itself answers too, but owns no lastIndex.
    return source !== null && hasOwn(value, 'lastIndex')
      ? { key: 'source', value: this.#string(source) }
      : null;
  }

  #array(value: readonly unknown[], name: string, depth: number): Preview {
    const length = getOwnPropertyDescriptor(value, 'length')?.value ?? 0;
    const shown = min(length, CONSOLE_LIMITS.items);
    const items: (Preview | null)[] = [];
    while (items.length < shown && this.#nodes > 0) {
      const descriptor = getOwnPropertyDescriptor(value, items.length);
      push(items, descriptor ? this.#property(descriptor, depth) : null);
    }
    return { kind: 'list', name, length, items, omitted: length - items.length };
  }

  #map(value: object, name: string, length: number, depth: number): Preview {
    const items: Preview[] = [];
    mapForEach(value, (entry, key) => {
      if (items.length >= CONSOLE_LIMITS.items || this.#nodes <= 0) return;
      const pair = [this.preview(key, depth + 1), this.preview(entry, depth + 1)];
      push(items, { kind: 'list', name: 'Array', length: 2, items: pair, omitted: 0 });
    });
    return { kind: 'list', name, length, items, omitted: length - items.length };
  }

  #set(value: object, name: string, length: number, depth: number): Preview {
    const items: Preview[] = [];
    setForEach(value, (item) => {
      if (items.length < CONSOLE_LIMITS.items && this.#nodes > 0) {
        push(items, this.preview(item, depth + 1));
      }
    });
    return { kind: 'list', name, length, items, omitted: length - items.length };
  }

  #entries(value: object, name: string | null, depth: number): Preview {
    const keys = ownKeys(value);
    const entries: PreviewEntry[] = [];
    let omitted = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string | symbol;
      const descriptor = getOwnPropertyDescriptor(value, key);
      if (descriptor?.enumerable !== true || !this.#isColumn(key, depth)) continue;
      if (entries.length >= CONSOLE_LIMITS.items || this.#nodes <= 0) {
        omitted++;
        continue;
      }
      push(entries, {
        key: this.#cut(typeof key === 'string' ? key : primitiveText(key)),
        value: this.#property(descriptor, depth),
      });
    }
    return { kind: 'object', name, entries, omitted };
  }

  #isColumn(key: string | symbol, depth: number): boolean {
    if (this.columns === null || depth !== 1) return true;
    for (let i = 0; i < this.columns.length; i++) if (this.columns[i] === key) return true;
    return false;
  }

  #property(descriptor: PropertyDescriptor, depth: number): Preview {
    if (hasOwn(descriptor, 'value')) return this.preview(descriptor.value, depth + 1);
    this.#nodes--;
    return {
      kind: 'accessor',
      get: descriptor.get !== undefined,
      set: descriptor.set !== undefined,
    };
  }

  #error(error: object): Preview {
    return {
      kind: 'error',
      name: this.#cut(nameOfError(error)),
      message: this.#cut(this.stacks.message(messageOf(error))),
      line: this.stacks.find(stackOf(error))?.line ?? null,
    };
  }

  #name(value: object): string | null {
    const name = constructorName(value);
    return name === null ? null : this.#cut(name);
  }

  #string(value: string): Preview {
    const text = this.#cut(value);
    return { kind: 'string', text, omitted: value.length - text.length };
  }

  #cut(text: string): string {
    const kept = stringSlice(text, 0, min(CONSOLE_LIMITS.text, this.#text));
    this.#text -= kept.length;
    return kept;
  }
}

function typeOf(value: unknown): Extract<Preview, { kind: 'primitive' }>['type'] {
  if (value === null) return 'null';
  const type = typeof value;
  switch (type) {
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'symbol':
      return type;
    default:
      return 'undefined';
  }
}

function previewFunction(value: object): Preview {
  const name: unknown = getOwnPropertyDescriptor(value, 'name')?.value;
  const source = tryGet(functionToString as (self: unknown) => string, value) ?? '';
  return {
    kind: 'function',
    name: typeof name === 'string' ? stringSlice(name, 0, 200) : '',
    isClass: stringStartsWith(source, 'class'),
  };
}
