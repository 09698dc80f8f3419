/** How the lab says no: a code for programs and a sentence for people. */

/** Why something was refused or ended. */
export type RefusalCode =
  /** Not of the shape that the event has. */
  | 'malformed'
  | 'unknown-event'
  /** Larger than the lab takes, found before anything was stored. */
  | 'too-large'
  | 'quota'
  /** Too many things at once. */
  | 'busy'
  /** The lab's own validator does not want this file. */
  | 'not-accepted'
  | 'unknown-file'
  /** No such upload or stream, or somebody else's: the two answers are the same. */
  | 'unknown-id'
  /** Another process of the lab has the upload: its connections alone reach it. */
  | 'elsewhere'
  /** Another connection of the same reader writes this upload now. */
  | 'taken-over'
  /** Resumed with another name or size than it was started with. */
  | 'changed'
  /** These bytes are here already. */
  | 'duplicate'
  /** Bytes before these are missing. */
  | 'gap'
  /** More bytes than were announced. */
  | 'overrun'
  /** More chunks in flight than the window allows. */
  | 'window'
  /** Finished before every byte was there. */
  | 'incomplete'
  | 'hash-mismatch'
  | 'disk-full'
  /** The other end did not acknowledge in time. */
  | 'no-answer'
  | 'cancelled'
  | 'expired'
  | 'stopping'
  /** A mistake of the lab's own; its log has the rest. */
  | 'failed';

export interface Refused {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** What was found, what was expected, what to do. */
  readonly message: string;
  /** The offset that the lab expects next, where the mistake was one about offsets. */
  readonly next?: number;
}

export function refused(code: RefusalCode, message: string, next?: number): Refused {
  return next === undefined
    ? { kind: 'refused', code, message }
    : { kind: 'refused', code, message, next };
}
