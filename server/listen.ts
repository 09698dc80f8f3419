/** Opens the port: on both loopback addresses, or on every address for a classroom. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  readonly servers: readonly Server[];
}

/** Every port that was tried is in use. */
export class PortTakenError extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is taken`);
    this.port = port;
  }
}

/** Addresses a machine may simply not have: IPv6 switched off is no mistake. */
const ABSENT = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function open(
  handler: RequestListener,
  port: number,
  address: string,
  timeouts: ListenOptions['timeouts'],
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      // How long a body may take depends on its size: what takes one watches over it (lab/slow-bodies.ts), and what takes
      // none is answered at once (http.ts).
      requestTimeout: 0,
      keepAliveTimeout: 10_000,
      // How often Node looks for the late ones.
      connectionsCheckingInterval: 2000,
      ...timeouts,
    },
    handler,
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: address, ipv6Only: address === '::1' }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });

async function openAll(
  handler: RequestListener,
  port: number,
  addresses: readonly string[],
  timeouts: ListenOptions['timeouts'],
) {
  const servers: Server[] = [];
  let actual = port;
  for (const address of addresses) {
    try {
      const server = await open(handler, actual, address, timeouts);
      actual = (server.address() as AddressInfo).port;
      servers.push(server);
    } catch (error) {
      if (ABSENT.has(codeOf(error))) continue;
      await Promise.all(servers.map(close));
      throw codeOf(error) === 'EADDRINUSE' ? new PortTakenError(actual) : error;
    }
  }
  if (servers.length === 0) throw new Error('This machine has no loopback address to listen on');
  return { port: actual, servers };
}

export interface ListenOptions {
  readonly port: number;
  readonly fallbacks: number;
  readonly lan: boolean;
  /** For tests: times that need no waiting, in milliseconds. */
  readonly timeouts?: {
    readonly headersTimeout: number;
    readonly connectionsCheckingInterval: number;
  };
}

/** Listens on `port`, or on one of the `fallbacks` ports above it when it is taken. */
export async function listen(handler: RequestListener, options: ListenOptions): Promise<Listening> {
  // Both, because "localhost" means one in some programs and the other in the rest.
  const addresses = options.lan ? ['0.0.0.0', '::1'] : ['127.0.0.1', '::1'];
  for (let port = options.port; ; port++) {
    try {
      return await openAll(handler, port, addresses, options.timeouts);
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
      if (port >= Math.min(options.port + options.fallbacks, 65535)) {
        throw new PortTakenError(options.port);
      }
    }
  }
}

/** Finishes what is being answered, then stops; whatever is left after `graceMs` is cut. */
export async function stopListening({ servers }: Listening, graceMs: number): Promise<void> {
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, graceMs);
  await Promise.all(servers.map(close));
  clearTimeout(cut);
}
