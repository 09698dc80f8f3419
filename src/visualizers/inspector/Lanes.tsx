/** The bytes that the selection begins with as memory: under each of them the elements of typed arrays over it. */
import { useMemo } from 'react';
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import type { MemoryState } from '../../core/trace/memory-state';
import type { Locale } from '../../i18n/locale';
import { MemoryView } from '../memory/View';

export interface LanesProps {
  readonly bytes: Uint8Array;
  readonly label: string;
  readonly locale: Locale;
}

const KINDS: readonly ElementKind[] = ['Uint8Array', 'Int16Array', 'Uint32Array', 'Float64Array'];

export default function Lanes({ bytes, label, locale }: LanesProps) {
  const state = useMemo(() => stateOf(bytes), [bytes]);
  return <MemoryView state={state} locale={locale} label={label} bare />;
}

/** A copy of the bytes from the selection on, with as many whole elements as there are. */
function stateOf(bytes: Uint8Array): MemoryState {
  const { byteLength } = bytes;
  return {
    buffers: [
      {
        id: 0,
        name: null,
        byteLength,
        maxByteLength: null,
        shared: false,
        detached: false,
        bytes,
        written: new Uint8Array(byteLength).fill(1),
        line: null,
      },
    ],
    views: KINDS.map((kind, id) => ({
      id,
      bufferId: 0,
      kind,
      name: null,
      byteOffset: 0,
      byteLength: byteLength - (byteLength % ELEMENT_TYPES[kind].byteSize),
      lengthTracking: false,
      line: null,
    })),
    calls: [],
    omittedBuffers: 0,
  };
}
