/**
 * DataView's get and set, watched. Each wrapper is generated as a source of its own, so that the engine optimises it for
 * one native; one shared closure costs many times more. In a light recording the natives come back after enough calls.
 */
import { ELEMENT_TYPES, ELEMENT_KINDS, type ElementKind } from '../../core/bytes/view-kinds';
import { MAX_DATAVIEW_CALLS } from '../../core/trace/memory-state';
import { disguise } from '../disguise';
import { DataViewAccess } from './data-view-access';
import {
  defineProperty,
  getOwnPropertyDescriptor,
  NativeFunction,
  push,
  uncurry,
} from '../primordials';
import type { Recorder } from './recorder';

/** Calls after which a `set` is no longer watched: what it writes shows by its bytes, unless it writes zeros. */
const WATCHED_SETS = 50_000;

type Note = (view: object, byteOffset: unknown, littleEndian: unknown, value: unknown) => void;
type Failed = (view: object, byteOffset: unknown, error: unknown) => void;
type Factory = (
  native: (...args: unknown[]) => unknown,
  note: Note,
  failed: Failed,
  access: DataViewAccess,
) => Record<string, object>;

/**
 * What a wrapper does once recording is over: most calls come in rows from one place through one view, and are counted
 * without leaving it. `s` is the hook's mark, which a native's watcher takes.
 */
const COUNTED = `if (a.countedView === this && a.hook.s === a.countedSite) { a.hook.s = 0; a.counted++; `;

/** The parameters are kept in constants, which engines fold into the code of a closure they know. */
const HEAD = `const n = native, r = note, f = failed, a = access;`;

const GET = `${HEAD} return {
  NAME(byteOffset, littleEndian) {
    let value;
    try {
      value = n(this, byteOffset, littleEndian);
    } catch (error) {
      f(this, byteOffset, error);
      throw error;
    }
    ${COUNTED} return value; }
    r(this, byteOffset, littleEndian, value);
    return value;
  }
}`;
const SET = `${HEAD} return {
  NAME(byteOffset, value, littleEndian) {
    try {
      n(this, byteOffset, value, littleEndian);
    } catch (error) {
      f(this, byteOffset, error);
      throw error;
    }
    ${COUNTED} return; }
    r(this, byteOffset, littleEndian, value);
  }
}`;

export function watchDataView(recorder: Recorder): void {
  const restoreGets: (() => void)[] = [];
  const restoreSets: (() => void)[] = [];
  let gets = 0;
  let sets = 0;
  for (const type of ELEMENT_KINDS) {
    if (type === 'Uint8ClampedArray') continue;
    // Both before the natives are replaced: a store is read back by the native getter.
    const get = new DataViewAccess(recorder, 'get', type);
    const set = new DataViewAccess(recorder, 'set', type);
    watch(
      recorder,
      'get',
      type,
      restoreGets,
      (view, byteOffset, littleEndian, value) => {
        if (recorder.isFull) {
          get.note(view, byteOffset, littleEndian, value);
          return;
        }
        recorder.dataViewCall(view, 'get', type, byteOffset, !!littleEndian);
        if (++gets === MAX_DATAVIEW_CALLS) runAll(restoreGets);
      },
      get,
    );
    watch(
      recorder,
      'set',
      type,
      restoreSets,
      (view, byteOffset, littleEndian, value) => {
        if (recorder.isFull) {
          set.note(view, byteOffset, littleEndian, value);
          return;
        }
        recorder.dataViewCall(view, 'set', type, byteOffset, !!littleEndian);
        if (++sets === WATCHED_SETS) runAll(restoreSets);
      },
      set,
    );
  }
}

function watch(
  recorder: Recorder,
  method: 'get' | 'set',
  type: ElementKind,
  restore: (() => void)[],
  note: Note,
  access: DataViewAccess,
): void {
  const name = method + ELEMENT_TYPES[type].suffix;
  const descriptor = getOwnPropertyDescriptor(DataView.prototype, name);
  const native = descriptor?.value as ((...args: unknown[]) => unknown) | undefined;
  if (!descriptor || native === undefined) return;
  const source = (method === 'get' ? GET : SET).replace('NAME', name);
  const factory = new NativeFunction('native', 'note', 'failed', 'access', source) as Factory;
  const failed: Failed = (view, byteOffset, error) => {
    recorder.dataViewFailed(view, name, ELEMENT_TYPES[type].byteSize, byteOffset, error);
  };
  const wrapper = factory(uncurry(native), note, failed, access)[name];
  if (wrapper === undefined) return;
  disguise(wrapper, native);
  defineProperty(DataView.prototype, name, { ...descriptor, value: wrapper });
  push(restore, () => {
    // A learner's own replacement stays.
    if (getOwnPropertyDescriptor(DataView.prototype, name)?.value === wrapper) {
      defineProperty(DataView.prototype, name, { __proto__: null, ...descriptor } as object);
    }
  });
}

function runAll(actions: readonly (() => void)[]): void {
  for (let i = 0; i < actions.length; i++) actions[i]?.();
}
