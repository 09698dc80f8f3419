/** Host ⇄ relay. Both ends are this site's own code, so nothing here is validated again. */
import type { RealmMessage } from '../core/protocol/messages';

export type ToRelay =
  /** Take this run's port (transferred along). */
  | { readonly kind: 'open'; readonly runId: string; readonly watchdogMs: number }
  /** Flush what is held, answer `ended`, and close the port. */
  | { readonly kind: 'close'; readonly runId: string }
  /** A hidden tab's timers are slowed down, so a page realm's silence means nothing while this is true. */
  | { readonly kind: 'patience'; readonly runId: string; readonly patient: boolean };

/** Why the relay no longer listens to a run. */
export type EndCause = 'closed' | 'silent' | 'flood' | 'invalid' | 'gone';

export type FromRelay =
  | { readonly kind: 'batch'; readonly runId: string; readonly messages: readonly RealmMessage[] }
  | { readonly kind: 'ended'; readonly runId: string; readonly cause: EndCause };
