/**
 * One guard a connection, below Socket.IO: how many messages it may send, how long it may owe an attachment, and how
 * much may wait for it to read. Whoever breaks a rule is dropped; the others notice nothing.
 */
import type { Socket as Connection } from 'engine.io';

/** Times in milliseconds, sizes in bytes. */
export interface GuardLimits {
  /** Messages at once, and how many a second come back. */
  readonly burst: number;
  readonly perSecond: number;
  /** How long an announced attachment may be missing. */
  readonly attachmentMs: number;
  /** What may wait to be read; more is not sent but refused, or ends the connection. */
  readonly backlogBytes: number;
  /** A reader that takes less than this in `slowMs` while something waits for it is dropped. */
  readonly slowBytes: number;
  readonly slowMs: number;
  /** How long a client may take to say goodbye once its connection is closed. */
  readonly goodbyeMs: number;
}

export const GUARD_LIMITS: GuardLimits = {
  burst: 10_000,
  perSecond: 5000,
  attachmentMs: 10_000,
  backlogBytes: 32 * 1024 * 1024,
  slowBytes: 64 * 1024,
  slowMs: 20_000,
  goodbyeMs: 1000,
};

export type DropReason = 'flood' | 'missing-attachment' | 'slow-reader' | 'backlog';

export interface Guard {
  /** Bytes on their way to the reader: waiting here, and waiting in the kernel's door. */
  readonly backlog: number;
  /** Looks at what only time tells. Call it every second or so. */
  check(): void;
}

interface Packet {
  readonly data?: unknown;
}

function sizeOf({ data }: Packet): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? data.byteLength : 0;
}

export function guardConnection(
  connection: Connection,
  limits: GuardLimits,
  onDrop: (reason: DropReason) => void,
  now: () => number = Date.now,
): Guard {
  const tcp = connection.request.socket;
  let tokens = limits.burst;
  let filledAt = now();
  let owedSince: number | null = null;
  /** Bytes in the engine's own queue: it fills while the transport waits for the kernel. */
  let queued = 0;
  let slowSince: number | null = null;
  let deliveredThen = 0;
  let dropped = false;

  function drop(reason: DropReason): void {
    if (dropped) return;
    dropped = true;
    onDrop(reason);
    // A polite close would wait for the reader.
    tcp.destroy();
  }

  const backlog = () => queued + tcp.writableLength;

  connection.on('packetCreate', (packet: Packet) => {
    queued += sizeOf(packet);
  });
  connection.on('flush', (packets: readonly Packet[]) => {
    for (const each of packets) queued -= sizeOf(each);
  });
  connection.on('data', (data: unknown) => {
    const at = now();
    tokens = Math.min(limits.burst, tokens + ((at - filledAt) / 1000) * limits.perSecond);
    filledAt = at;
    tokens--;
    if (tokens < 0) drop('flood');
    // Answers to somebody who does not read them pile up like anything else. Twice: what was sent before was allowed.
    if (backlog() > 2 * limits.backlogBytes) drop('backlog');
    // Packets 5 and 6 are followed by their attachment; a text in between ends the connection (socket.io-parser).
    owedSince = typeof data === 'string' && /^[56]/.test(data) ? at : null;
  });

  connection.on('close', () => {
    // A WebSocket waits 30 s for the other end's goodbye, which a hostile one does not say.
    setTimeout(() => tcp.destroy(), limits.goodbyeMs).unref();
  });

  return {
    get backlog() {
      return backlog();
    },
    check() {
      const at = now();
      if (owedSince !== null && at - owedSince > limits.attachmentMs) drop('missing-attachment');

      const delivered = tcp.bytesWritten - tcp.writableLength;
      if (backlog() === 0) slowSince = null;
      else if (slowSince === null || delivered - deliveredThen >= limits.slowBytes) {
        slowSince = at;
        deliveredThen = delivered;
      } else if (at - slowSince > limits.slowMs) drop('slow-reader');
    },
  };
}
