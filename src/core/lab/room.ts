/** What every room does with an event: look at it, hand it to its handler, answer once. */
import { parseEvent, type ClientEvents, type RoomName } from '../wire/parse.ts';
import { refused, type Refused } from '../wire/refusal.ts';
import type { LabLog, LabNamespace, LabServer, LabSocket } from './parts.ts';

/** Mistakes of shape after which a connection is closed: an honest client makes none. */
export const MOST_MISTAKES = 100;

type Awaitable<T> = T | Promise<T>;
type AnswerOf<E> = E extends (...args: [...infer _Given, infer Last]) => void
  ? Last extends (answer: infer A) => void
    ? A
    : never
  : never;

/** One function an event: takes its head and its bytes, returns the answer. */
export type Handlers<Events> = {
  readonly [Name in keyof Events]: (
    head: Events[Name] extends (head: infer Head, ...rest: never[]) => void ? Head : never,
    bytes: Uint8Array,
  ) => Awaitable<AnswerOf<Events[Name]>>;
};

/** Rooms are Socket.IO namespaces, one connection for all of them. */
export const roomOf = (io: LabServer, room: RoomName): LabNamespace => io.of(`/${room}`);

type AnyHandler = (head: unknown, bytes: Uint8Array) => Awaitable<unknown>;

/** Sends every event of `socket` through the door (core/wire/parse.ts) to its handler. */
export function answerEvents<Room extends RoomName>(
  socket: LabSocket,
  room: Room,
  handlers: Handlers<ClientEvents[Room]>,
  log: LabLog,
): void {
  let mistakes = 0;
  const table = handlers as unknown as Readonly<Record<string, AnyHandler>>;

  async function answer(event: unknown, args: readonly unknown[]): Promise<unknown> {
    const parsed = parseEvent(room, event, args);
    if (parsed.kind === 'event') {
      try {
        return await table[parsed.name]?.(parsed.head, parsed.bytes);
      } catch (error) {
        log('failed', { room, event: parsed.name, reason: String(error) });
        return refused('failed', 'The lab made a mistake. Its log has the reason; try again.');
      }
    }
    if (++mistakes > MOST_MISTAKES) {
      log('dropped', { room, reason: 'mistakes' });
      socket.disconnect(true);
    }
    return parsed;
  }

  // One listener for all, so that no event can get past the door.
  socket.onAny((event: unknown, ...args: unknown[]) => {
    const last = args.at(-1);
    const reply = typeof last === 'function' ? (last as (answer: unknown) => void) : null;
    void answer(event, reply === null ? args : args.slice(0, -1)).then(reply ?? (() => undefined));
  });
}

/** The words for an id that is nobody's, or somebody else's. */
export const unknownId = (id: string): Refused =>
  refused(
    'unknown-id',
    `You have nothing in the lab with the id ${id}. It may have expired; start again.`,
  );
