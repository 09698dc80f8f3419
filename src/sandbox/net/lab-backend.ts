/** A lab, as the network of a run reaches it: the server that sends this site, or the one in the page. */
import type { NetCall, NetEvent } from '../../core/protocol/net';

type WithoutMessage<T> = T extends unknown ? Omit<T, 'message'> : never;

/** An event before the log has given it its number. */
export type LabEvent = WithoutMessage<NetEvent>;
export type Say = (event: LabEvent) => void;

export interface LabBackend {
  /** A call that has come through the link. */
  call(call: NetCall): void;
  /** All connections and requests are lost, without a goodbye. Nothing more is said about them. */
  drop(): void;
}

/** The words for connections that are cut. */
export const TRANSPORT_CLOSE = 'transport close';
