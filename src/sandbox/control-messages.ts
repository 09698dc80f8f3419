/** Host ⇄ frame, through the control port. What a frame says is untrusted, and passes `parseFromFrame` before anyone reads it. */
import { PROTOCOL_VERSION } from '../core/protocol/messages';

export type ControlMessage =
  | { readonly kind: 'spare' }
  | { readonly kind: 'start-worker'; readonly runId: string }
  | { readonly kind: 'terminate'; readonly runId: string }
  | { readonly kind: 'run-page'; readonly runId: string }
  | { readonly kind: 'scheme'; readonly scheme: 'light' | 'dark' };

export type FromFrame =
  | { readonly kind: 'spare-ready' }
  | { readonly kind: 'terminated'; readonly runId: string }
  | { readonly kind: 'worker-failed'; readonly runId: string | null; readonly message: string };

/** What a frame may say at once, and how much more each second: a few messages for each run are usual. */
export const CONTROL_BUDGET = { messages: 200, refillPerSecond: 20 } as const;

/** UTF-16 units of a failure's sentence that are kept. */
const MESSAGE = 500;

/** Null for what is no message of this version's frame. */
export function parseFromFrame(data: unknown): FromFrame | null {
  const message = data as {
    v?: unknown;
    kind?: unknown;
    runId?: unknown;
    message?: unknown;
  } | null;
  if (typeof message !== 'object' || message?.v !== PROTOCOL_VERSION) return null;
  const { kind, runId, message: reason } = message;
  if (kind === 'spare-ready') return { kind };
  if (kind === 'terminated') return typeof runId === 'string' ? { kind, runId } : null;
  if (kind !== 'worker-failed' || typeof reason !== 'string') return null;
  if (runId !== null && typeof runId !== 'string') return null;
  return { kind, runId, message: reason.slice(0, MESSAGE) };
}
