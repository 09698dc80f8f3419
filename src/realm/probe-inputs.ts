/** Arguments of probes, made in this realm from the data that the host sent, by natives taken before the program ran. */
import { ELEMENT_KINDS, type ViewKind } from '../core/bytes/view-kinds';
import type { ProbeInput } from '../core/exercise/probe';
import { bytesSlice, construct, define, push, typedArrayBuffer } from './primordials';
import type { Recorder } from './recorder/recorder';

type Constructor = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => object;

const constructors = { __proto__: null, DataView } as unknown as Record<ViewKind, Constructor>;
for (const kind of ELEMENT_KINDS) {
  // Float16Array is younger than some engines.
  const native = (globalThis as unknown as Record<string, Constructor | undefined>)[kind];
  if (native !== undefined) constructors[kind] = native;
}

export interface MadeInput {
  readonly value: unknown;
  /** The buffer of a bytes input. */
  readonly buffer: ArrayBufferLike | null;
}

/** Makes an argument; its buffer and view are known to the recorder, with their content, before they are used. */
export function makeInput(input: ProbeInput, recorder: Recorder): MadeInput {
  switch (input.kind) {
    case 'plain':
      return { value: input.value, buffer: null };
    case 'list': {
      const list: unknown[] = [];
      for (let i = 0; i < input.items.length; i++) {
        push(list, makeInput(input.items[i] as ProbeInput, recorder).value);
      }
      return { value: list, buffer: null };
    }
    case 'object': {
      const made = {};
      for (let i = 0; i < input.entries.length; i++) {
        const entry = input.entries[i] as (typeof input.entries)[number];
        define(made, entry.key, makeInput(entry.value, recorder).value, true);
      }
      return { value: made, buffer: null };
    }
    case 'bytes': {
      const { name, bytes, view } = input;
      // A buffer of its own: the host may have sent the same bytes for several probes.
      const buffer = typedArrayBuffer(bytesSlice(bytes));
      let value: object = buffer;
      if (view !== null) {
        value = construct(constructors[view.kind], [buffer, view.byteOffset, view.length]);
      }
      recorder.registry.see(value, { line: null, name, filled: true, fixed: true });
      return { value, buffer };
    }
  }
}
