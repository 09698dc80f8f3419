/** What is remembered of a call of media that threw. A file of its own, since the realm asks it, too. */
import type { PlaybackFact, SourceBufferState } from './playback-facts';
import type { FailedMedia } from './run';

/** How things stood when a call threw; null for any other step. */
export function failedMedia(operation: string, fact: PlaybackFact): FailedMedia | null {
  if (fact.phase !== 'threw') return null;
  const { source } = fact.state;
  const buffers = source === null ? [] : source.buffers;
  let own: SourceBufferState | null = null;
  let updating = false;
  // By index: the realm asks this while a program runs that may own the iterators.
  for (let i = 0; i < buffers.length; i++) {
    const buffer = buffers[i] as SourceBufferState;
    if (fact.target === 'source-buffer' && buffer.id === fact.id) own = buffer;
    if (buffer.updating) updating = true;
  }
  const isBuffer = fact.target === 'source-buffer';
  return {
    target: fact.target,
    call: operation,
    updating: isBuffer ? own !== null && own.updating : updating,
    removed: isBuffer && own === null,
    readyState: source === null ? null : source.readyState,
    hasDuration: source !== null && source.duration === source.duration,
  };
}
