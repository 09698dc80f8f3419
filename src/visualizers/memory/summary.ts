/** A buffer in a few words: what it is called, how long it is, and what is special about it. */
import type { MemoryText } from '../../i18n/memory';
import type { LaneNote, MemoryModel } from './types';

/** Why a lane has no cells, in words. */
export function laneNote(note: LaneNote, line: number | null, text: MemoryText): string {
  return note === 'unmade' ? text.unmade(line) : text.laneNotes[note];
}

/** What stands where a buffer has no bytes; null while it has some. */
export function hollowSentence(
  {
    made,
    detached,
    byteLength,
    line,
  }: Pick<MemoryModel, 'made' | 'detached' | 'byteLength' | 'line'>,
  text: MemoryText,
): string | null {
  if (!made) return text.explain.sentence(text.unmade(line));
  if (detached) return text.detached;
  return byteLength === 0 ? text.noBytes : null;
}

/** `buffer, 16 bytes`; an unnamed buffer is called after the first view over it. */
export function summaryOf(model: MemoryModel, text: MemoryText): string {
  const view = model.lanes.find(({ family }) => family !== 'x')?.name;
  const name = model.name ?? (view === undefined ? text.unnamedBuffer : text.bufferOf(view));
  return model.made ? text.buffer(name, model) : text.unmadeBuffer(name);
}
