/** One search at a time, in a worker of its own. */
import { useEffect, useRef, useState } from 'react';
import type { BytePattern } from '../../core/bytes/search';
import type { Direction, SearchState } from '../../visualizers/inspector/FindBar';
import type { SearchCall, SearchReply } from './search-words';

const IDLE: SearchState = { kind: 'idle' };

export interface FileSearch {
  readonly state: SearchState;
  readonly start: (file: Blob, pattern: BytePattern, direction: Direction, from: number) => void;
  readonly cancel: () => void;
  /** For another file. */
  readonly reset: () => void;
}

export function useSearch(): FileSearch {
  const [state, setState] = useState(IDLE);
  const worker = useRef<Worker | null>(null);
  const end = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => end, []);

  const start: FileSearch['start'] = (file, pattern, direction, from) => {
    end();
    setState({ kind: 'running', percent: 0 });
    const made = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (worker.current !== made) return;
      if (data.kind === 'progress') {
        setState({ kind: 'running', percent: (100 * data.bytes) / Math.max(1, file.size) });
        return;
      }
      end();
      if (data.kind === 'failed') setState({ kind: 'failed' });
      else setState(data.range === null ? { kind: 'none' } : { kind: 'found', range: data.range });
    });
    made.addEventListener('error', () => {
      if (worker.current !== made) return;
      end();
      setState({ kind: 'failed' });
    });
    const call: SearchCall = { file, pattern, direction, from };
    made.postMessage(call);
  };
  return {
    state,
    start,
    cancel: () => {
      end();
      setState({ kind: 'cancelled' });
    },
    reset: () => {
      end();
      setState(IDLE);
    },
  };
}
