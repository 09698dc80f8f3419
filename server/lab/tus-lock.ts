/**
 * One writer at a time for each tus upload, across the processes of a lab. Whoever wants an upload that another request
 * holds asks for it, and the holder, which is often a connection that died unnoticed, lets go.
 */
import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locker } from '@tus/server';
import { TusRefusal } from './tus-refusal.ts';

/** Where locks are kept so that every process of the lab sees them. */
export interface LockPlace {
  /** Whether the lock is the caller's now. */
  take(id: string): Promise<boolean>;
  /** Says that the holder lives. */
  keep(id: string): Promise<void>;
  drop(id: string): Promise<void>;
  /** Asks the holder to let go. */
  ask(id: string): Promise<void>;
  isAsked(id: string): Promise<boolean>;
}

/** A holder says that it lives every `KEEP_MS`; one that has not for `DEAD_MS` is gone. */
const KEEP_MS = 2000;
export const DEAD_MS = 10_000;
const LOOK_MS = 200;
const WAIT_MS = 15_000;

const busy = () =>
  new TusRefusal(
    423,
    'Another request writes this upload right now. Ask where it stands (HEAD) and go on from there.',
  );

export function createLocker(place: LockPlace, waitMs = WAIT_MS): Locker {
  return {
    newLock(id) {
      let watch: NodeJS.Timeout | null = null;
      return {
        async lock(signal, requestRelease) {
          const end = Date.now() + waitMs;
          while (!(await place.take(id))) {
            if (signal.aborted || Date.now() > end) throw busy();
            await place.ask(id);
            await sleep(LOOK_MS / 4);
          }
          let keptAt = Date.now();
          watch = setInterval(() => {
            if (Date.now() - keptAt > KEEP_MS) {
              keptAt = Date.now();
              place.keep(id).catch(() => undefined);
            }
            place.isAsked(id).then(
              (asked) => (asked ? requestRelease() : undefined),
              () => undefined,
            );
          }, LOOK_MS);
          watch.unref();
        },
        async unlock() {
          if (watch !== null) clearInterval(watch);
          await place.drop(id);
        },
      };
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A container's first process has the same number every time. */
const THIS_RUN = randomUUID();
/** What a lock file of this process holds. */
const HOLDER = `${hostname()} ${process.pid} ${THIS_RUN}`;

/** Locks as files beside the uploads: `<id>.lock` names its holder, `<id>.asked` is the wish of another. */
export function lockFiles(folder: string): LockPlace {
  const held = new Set<string>();
  const lockOf = (id: string) => path.join(folder, `${id}.lock`);
  const askedOf = (id: string) => path.join(folder, `${id}.asked`);

  /** Whether the holder of a lock was killed: at once where it was on this machine, after a while elsewhere. */
  async function isDead(id: string): Promise<boolean> {
    const [text, { mtimeMs }] = await Promise.all([readFile(lockOf(id), 'utf8'), stat(lockOf(id))]);
    if (Date.now() - mtimeMs > DEAD_MS) return true;
    const [host, pid, run] = text.split(' ');
    // Empty: it is being made.
    if (host !== hostname()) return false;
    return Number(pid) === process.pid ? run !== THIS_RUN : !isAlive(Number(pid));
  }

  async function take(id: string): Promise<boolean> {
    if (held.has(id)) return false;
    held.add(id);
    try {
      const handle = await open(lockOf(id), 'wx', 0o600);
      await handle.writeFile(HOLDER);
      await handle.close();
      await rm(askedOf(id), { force: true });
      return true;
    } catch (error) {
      held.delete(id);
      if (!isCode(error, 'EEXIST')) throw error;
    }
    try {
      // Two that find a dead one at the same moment could both take it; both would then write the same bytes.
      if (await isDead(id)) await rm(lockOf(id), { force: true });
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
    }
    return false;
  }

  /** A lock that was not kept in time may be another process's by now. */
  const isMine = (id: string): Promise<boolean> =>
    readFile(lockOf(id), 'utf8').then(
      (text) => text === HOLDER,
      () => false,
    );

  return {
    take,
    async keep(id) {
      const now = new Date();
      if (await isMine(id)) await utimes(lockOf(id), now, now);
    },
    async drop(id) {
      held.delete(id);
      if (await isMine(id)) await rm(lockOf(id), { force: true });
    },
    ask: (id) => writeFile(askedOf(id), '', { mode: 0o600 }),
    isAsked: (id) =>
      stat(askedOf(id)).then(
        () => true,
        () => false,
      ),
  };
}
