/** The buffers of messages that the relay moves to the page: a megabyte that is moved, not copied, costs it nothing. */
import type { RealmMessage } from '../core/protocol/messages';

/** Of memories and recordings, each once. Every array there is one over the whole of its buffer. */
export function buffersIn(messages: readonly RealmMessage[]): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  for (const message of messages) {
    for (const { buffer } of arraysOf(message)) {
      if (buffer instanceof ArrayBuffer) found.add(buffer);
    }
  }
  return [...found];
}

function arraysOf(message: RealmMessage): readonly (Uint8Array | Uint32Array)[] {
  switch (message.kind) {
    case 'memory':
      return message.memory?.buffers.flatMap(({ bytes, written }) => [bytes, written]) ?? [];
    case 'trace': {
      const { rows, payload, buffers } = message.chunk;
      return [rows, payload, ...buffers.map(({ initial }) => initial)];
    }
    default:
      return [];
  }
}
