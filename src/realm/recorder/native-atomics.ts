/** Atomics: each is one element, read or written. */
import { isViewKind } from '../../core/bytes/view-kinds';
import { isView, objectIs, tryGet, typedArrayTag } from '../primordials';
import { integerOf, isObject } from './native-arguments';
import { argument, type After, type Before, type NativeWatch } from './native-watch';

const WRITERS = ['store', 'add', 'sub', 'and', 'or', 'xor', 'exchange'] as const;

export function watchAtomics(watch: NativeWatch): void {
  const { recorder } = watch;
  const expect: Before = (_self, args) => recorder.expect(argument(args, 0));
  const reads = (args: readonly unknown[], operation: string): void => {
    const index = integerOf(argument(args, 1));
    if (index === index) recorder.reads(argument(args, 0), operation, index, index + 1);
  };
  const writes = (args: readonly unknown[], operation: string): void => {
    const index = integerOf(argument(args, 1));
    if (index === index) recorder.wrote(argument(args, 0), operation, index, index + 1);
  };
  const after =
    (operation: string, told: typeof reads): After =>
    (_self, args) => {
      told(args, operation);
    };
  watch.method(Atomics, 'load', expect, after('Atomics.load', reads));
  for (const key of WRITERS) {
    watch.method(Atomics, key, expect, after(`Atomics.${key}`, writes));
  }
  watch.method(Atomics, 'compareExchange', expect, (_self, args, found) => {
    const hasStored = isExpected(argument(args, 0), argument(args, 2), found);
    (hasStored ? writes : reads)(args, 'Atomics.compareExchange');
  });
}

const ELEMENTS = {
  __proto__: null,
  Int8Array: new Int8Array(1),
  Uint8Array: new Uint8Array(1),
  Int16Array: new Int16Array(1),
  Uint16Array: new Uint16Array(1),
  Int32Array: new Int32Array(1),
  Uint32Array: new Uint32Array(1),
} as unknown as Readonly<Record<string, Int32Array | undefined>>;
const BIG_ELEMENTS = {
  __proto__: null,
  BigInt64Array: new BigInt64Array(1),
  BigUint64Array: new BigUint64Array(1),
} as unknown as Readonly<Record<string, BigInt64Array | undefined>>;

/** Whether what was found is what the caller expected, as an element of the view would hold it; else nothing was stored. */
function isExpected(view: unknown, expected: unknown, found: unknown): boolean {
  const tag = isView(view) ? tryGet(typedArrayTag, view) : null;
  // An object was turned into a number by the native, once: then the bytes are the only witness.
  if (typeof tag !== 'string' || !isViewKind(tag) || isObject(expected)) return true;
  const big = BIG_ELEMENTS[tag];
  if (big !== undefined) {
    if (typeof expected !== 'bigint') return true;
    big[0] = expected;
    return objectIs(big[0], found);
  }
  const element = ELEMENTS[tag];
  if (element === undefined) return true;
  element[0] = integerOf(expected);
  return objectIs(element[0], found);
}
