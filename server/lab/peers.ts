/**
 * How the processes of one lab know of each other, by configuration alone: over Redis where one is named, else over the
 * process that started them (node:cluster), else not at all.
 */
import cluster from 'node:cluster';
import { randomBytes } from 'node:crypto';
import type { ServerOptions } from 'socket.io';
import { loadOptional } from './optional.ts';
import { DEAD_MS, type LockPlace } from './tus-lock.ts';

export interface Peers {
  /** For Socket.IO. */
  readonly adapter: NonNullable<ServerOptions['adapter']>;
  /** For tus, where the processes share no folder. */
  readonly locks: LockPlace | null;
  close(): Promise<void>;
}

async function openClusterPeers(): Promise<Peers> {
  const { createAdapter } = await loadOptional(
    '@socket.io/cluster-adapter',
    'BYTESCOPE_LAB_PROCESSES',
    () => import('@socket.io/cluster-adapter'),
  );
  return { adapter: createAdapter(), locks: null, close: () => Promise.resolve() };
}

const hideCredentials = (address: string): string => {
  const url = URL.parse(address);
  return url === null ? 'BYTESCOPE_REDIS_URL' : `${url.protocol}//${url.host}`;
};

async function openRedisPeers(address: string): Promise<Peers> {
  const load = <M>(name: string, importing: () => Promise<M>) =>
    loadOptional(name, 'BYTESCOPE_REDIS_URL', importing);
  const { createClient } = await load('@redis/client', () => import('@redis/client'));
  const { createAdapter } = await load(
    '@socket.io/redis-streams-adapter',
    () => import('@socket.io/redis-streams-adapter'),
  );
  let isOpen = false;
  const client = createClient({
    url: address,
    socket: {
      connectTimeout: 5000,
      // At the start a wrong address is told; later the connection comes back by itself.
      reconnectStrategy: (tries) => (isOpen ? Math.min(tries * 100, 2000) : false),
    },
  });
  // Without a listener it would end the process; commands fail by themselves while it is away.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `There is no Redis at ${hideCredentials(address)} (BYTESCOPE_REDIS_URL): ` +
        `${error instanceof Error ? error.message : String(error)}. Start it, or leave the variable out.`,
      { cause: error },
    );
  }
  isOpen = true;

  /** Which lock is whose: one that has run out may be somebody else's by now. */
  const token = randomBytes(8).toString('hex');
  const lockOf = (id: string) => `bytescope:tus:${id}`;
  const askedOf = (id: string) => `bytescope:tus:${id}:asked`;
  const isMine = async (id: string) => (await client.get(lockOf(id))) === token;
  const locks: LockPlace = {
    async take(id) {
      const taken = await client.set(lockOf(id), token, {
        condition: 'NX',
        expiration: { type: 'PX', value: DEAD_MS },
      });
      if (taken !== null) await client.del(askedOf(id));
      return taken !== null;
    },
    async keep(id) {
      if (await isMine(id)) await client.pExpire(lockOf(id), DEAD_MS);
    },
    async drop(id) {
      if (await isMine(id)) await client.del(lockOf(id));
    },
    async ask(id) {
      await client.set(askedOf(id), '1', { expiration: { type: 'PX', value: DEAD_MS } });
    },
    isAsked: async (id) => (await client.exists(askedOf(id))) === 1,
  };
  return {
    adapter: createAdapter(client, { streamName: 'bytescope', channelPrefix: 'bytescope' }),
    locks,
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}

/** @param redisUrl null where there is none */
export async function openPeers(redisUrl: string | null): Promise<Peers | null> {
  if (redisUrl !== null) return openRedisPeers(redisUrl);
  return cluster.isWorker ? openClusterPeers() : null;
}
