/** Cuts requests whose body comes too slowly. How long a whole one may take depends on its size, so Node's own limit cannot say it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A reader's share of the guard's limits (guard.ts). Sizes in bytes, times in milliseconds. */
export interface BodyLimits {
  /** A body that brings less than this in `slowMs` is cut. */
  readonly slowBytes: number;
  readonly slowMs: number;
}

export interface SlowBodies {
  readonly count: number;
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** Looks at what only time tells. Call it every second or so. */
  check(): void;
  /** Cuts all. */
  close(): void;
}

export function createSlowBodies(
  limits: BodyLimits,
  onCut: () => void,
  now: () => number = Date.now,
): SlowBodies {
  const watched = new Map<IncomingMessage, { since: number; bytesThen: number }>();
  return {
    get count() {
      return watched.size;
    },
    watch(request, response) {
      watched.set(request, { since: now(), bytesThen: request.socket.bytesRead });
      response.on('close', () => watched.delete(request));
    },
    check() {
      const at = now();
      for (const [request, state] of watched) {
        const { bytesRead } = request.socket;
        // All here, or what is here waits for the disk: the sender is not to blame.
        const isOurTurn = request.complete || request.readableLength > 0;
        if (isOurTurn || bytesRead - state.bytesThen >= limits.slowBytes) {
          state.since = at;
          state.bytesThen = bytesRead;
        } else if (at - state.since > limits.slowMs) {
          onCut();
          request.socket.destroy();
        }
      }
    },
    close() {
      for (const request of watched.keys()) request.socket.destroy();
    },
  };
}
