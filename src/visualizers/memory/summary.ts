/** A buffer in a few words: what it is called, how long it is, and what is special about it. */
import type { MemoryText } from '../../i18n/memory';
import type { MemoryModel } from './types';

/** `buffer, 16 bytes`; an unnamed buffer is called after the first view over it. */
export function summaryOf(model: MemoryModel, text: MemoryText): string {
  const view = model.lanes.find(({ family }) => family !== 'x')?.name;
  const name = model.name ?? (view === undefined ? text.unnamedBuffer : text.bufferOf(view));
  return text.buffer(name, model);
}
