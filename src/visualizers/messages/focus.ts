/** What a reader points at or has chosen, in the message log or on a file's bytes: the other of the two shows it too. */
import type { ByteRange } from '../../core/bytes/ranges';
import type { NetLog } from '../../core/trace/net-log';

export type NetFocus =
  | {
      readonly kind: 'bytes';
      readonly file: string;
      readonly range: ByteRange;
      /** Numbers of the messages that carry these bytes or answer for them. */
      readonly messages: readonly number[];
    }
  | { readonly kind: 'message'; readonly id: number };

/** By what a reader points: what one of them lit, the other does not put out. */
export type Pointing = 'pointer' | 'focus';

export interface Pointed {
  readonly at: NetFocus;
  readonly by: Pointing;
}

/** What is pointed at after the pointer or the focus came to `at`, or went away. */
export function pointTo(before: Pointed | null, at: NetFocus | null, by: Pointing): Pointed | null {
  if (at === null) return before?.by === by ? null : before;
  return before?.by === by && isSameFocus(before.at, at) ? before : { at, by };
}

export function isSameFocus(a: NetFocus | null, b: NetFocus | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'message' || b.kind === 'message')
    return a.kind === 'message' && b.kind === 'message' && a.id === b.id;
  return a.file === b.file && a.range.start === b.range.start && a.range.end === b.range.end;
}

/** The messages that belong to a focus: with a message go the one it answers and those that answer it. */
export function messagesOf(focus: NetFocus | null, log: NetLog): ReadonlySet<number> {
  if (focus === null) return new Set();
  if (focus.kind === 'bytes') return new Set(focus.messages);
  const lit = new Set([focus.id]);
  const answered = log.messages[focus.id]?.answers;
  if (answered != null) lit.add(answered);
  for (const { id, answers } of log.messages) if (answers === focus.id) lit.add(id);
  return lit;
}
