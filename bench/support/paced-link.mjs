// @ts-check
/** A link of a given speed in front of a server: whatever comes through it, by HTTP or WebSocket, shares what it lets pass. */
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is let through at once: the smaller, the smoother. */
const PIECE_MS = 4;

/**
 * @param {number} port the server's
 * @param {{ bytesPerSecond: number, latencyMs: number }} link latency one way; towards the server only that counts
 */
export async function openPacedLink(port, link) {
  let isPaced = false;
  /** When the link is free again. */
  let freeAt = 0;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    // A reader who goes ends both ways.
    up(near, far).catch(() => near.destroy());
    down(far, near).catch(() => far.destroy());
  });

  /** @param {import('node:net').Socket} from @param {import('node:net').Socket} to */
  async function up(from, to) {
    let last = Promise.resolve();
    for await (const bytes of from) {
      const at = performance.now() + (isPaced ? link.latencyMs : 0);
      last = last.then(async () => {
        const left = at - performance.now();
        if (left > 0) await sleep(left);
        to.write(bytes);
      });
    }
  }

  /** @param {import('node:net').Socket} from @param {import('node:net').Socket} to */
  async function down(from, to) {
    const piece = Math.max(1, Math.round((link.bytesPerSecond * PIECE_MS) / 1000));
    for await (const bytes of from) {
      for (let at = 0; at < bytes.length;) {
        const part = isPaced ? bytes.subarray(at, at + piece) : bytes;
        if (isPaced) {
          const now = performance.now();
          freeAt = Math.max(now, freeAt) + (part.length / link.bytesPerSecond) * 1000;
          await sleep(Math.max(0, freeAt - now));
          const arrives = link.latencyMs;
          setTimeout(() => to.write(part), arrives);
        } else to.write(part);
        at += part.length;
      }
    }
  }

  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The link has no port.');
  return {
    port: address.port,
    /** From now on the link is as slow as it was said; before, a page may load. @param {boolean} paced */
    pace(paced) {
      isPaced = paced;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
