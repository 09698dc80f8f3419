/** Host ⇄ relay. Both ends are this site's own code, so nothing here is validated again. */
import type { HostMessage, RealmMessage } from '../core/protocol/messages';
import type { LabKind, LinkConditions, NetMessage } from '../core/trace/net-log';

/** A number for each port that was ever opened: a run that needed a second realm has had two. */
export type LineId = number;

/** What a line has of a network. */
export type LineNetwork =
  | {
      readonly role: 'client';
      readonly lab: LabKind;
      /** The run of the server half, for the lab in the page. */
      readonly labRunId: string | null;
      /** The site's own address, with the slash at its end. */
      readonly base: string;
      readonly conditions: LinkConditions;
    }
  | { readonly role: 'server'; readonly base: string };

export type ToRelay =
  /** Take this run's port (transferred along). */
  | {
      readonly kind: 'open';
      readonly line: LineId;
      readonly runId: string;
      readonly watchdogMs: number;
      readonly network: LineNetwork | null;
    }
  /** Flush what is held, answer `ended`, and close the port. */
  | { readonly kind: 'close'; readonly line: LineId }
  /** Say this to the realm. */
  | { readonly kind: 'tell'; readonly line: LineId; readonly message: HostMessage }
  | { readonly kind: 'link'; readonly line: LineId; readonly conditions: LinkConditions }
  /** The connection to the lab is lost now. */
  | { readonly kind: 'disconnect'; readonly line: LineId }
  /** The server half with this run will not answer (any more). */
  | { readonly kind: 'lab-gone'; readonly labRunId: string; readonly reason: string }
  /** A hidden tab's timers are slowed down, so a page realm's silence means nothing while this is true. */
  | { readonly kind: 'patience'; readonly line: LineId; readonly patient: boolean };

/** Why the relay no longer listens to a line. */
export type EndCause = 'closed' | 'silent' | 'flood' | 'invalid' | 'gone' | 'no-network';

export type FromRelay =
  /** The relay listens to the line. */
  | { readonly kind: 'opened'; readonly line: LineId }
  /** What is new in the log of the network, at most once a frame. */
  | {
      readonly kind: 'net';
      readonly line: LineId;
      readonly changes: readonly NetMessage[];
      readonly omitted: number;
    }
  | { readonly kind: 'batch'; readonly line: LineId; readonly messages: readonly RealmMessage[] }
  | { readonly kind: 'ended'; readonly line: LineId; readonly cause: EndCause };
