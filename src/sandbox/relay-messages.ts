/** Host ⇄ relay. Both ends are this site's own code, so nothing here is validated again. */
import type { HostMessage, RealmMessage } from '../core/protocol/messages';

/** A number for each port that was ever opened: a run that needed a second realm has had two. */
export type LineId = number;

export type ToRelay =
  /** Take this run's port (transferred along). */
  | {
      readonly kind: 'open';
      readonly line: LineId;
      readonly runId: string;
      readonly watchdogMs: number;
    }
  /** Flush what is held, answer `ended`, and close the port. */
  | { readonly kind: 'close'; readonly line: LineId }
  /** Say this to the realm. */
  | { readonly kind: 'tell'; readonly line: LineId; readonly message: HostMessage }
  /** A hidden tab's timers are slowed down, so a page realm's silence means nothing while this is true. */
  | { readonly kind: 'patience'; readonly line: LineId; readonly patient: boolean };

/** Why the relay no longer listens to a line. */
export type EndCause = 'closed' | 'silent' | 'flood' | 'invalid' | 'gone';

export type FromRelay =
  | { readonly kind: 'batch'; readonly line: LineId; readonly messages: readonly RealmMessage[] }
  | { readonly kind: 'ended'; readonly line: LineId; readonly cause: EndCause };
