/**
 * The site behind a line that can be cut: a proxy before the server of the journeys. Both of its names go down with it, so
 * that the realm's has no network either. It can also bring a new version: another service worker, and nothing else.
 */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ShakySite {
  readonly port: number;
  readonly origin: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** From now on the worker is another one, byte for byte. */
  publish(): void;
}

export async function shakySite(
  upstreamPort: number,
): Promise<ShakySite & { close(): Promise<void> }> {
  let version = 0;
  const handle: Parameters<typeof createServer>[1] = (asked, answer) => {
    const { method, url, headers } = asked;
    const isWorker = url?.endsWith('/sw.js') === true;
    const passedOn = request(
      {
        host: '127.0.0.1',
        port: upstreamPort,
        ...{ method, path: url },
        headers: { ...headers, ...(isWorker ? { 'accept-encoding': 'identity' } : {}) },
      },
      (response) => {
        const { statusCode = 502, headers: own } = response;
        if (!isWorker || version === 0) {
          answer.writeHead(statusCode, own);
          response.pipe(answer);
          return;
        }
        const { 'content-length': _length, etag: _etag, 'last-modified': _date, ...rest } = own;
        answer.writeHead(statusCode, rest);
        response.on('end', () => answer.end(`//${String(version)}`));
        response.pipe(answer, { end: false });
      },
    );
    passedOn.on('error', () => answer.destroy());
    asked.pipe(passedOn);
  };
  const listen = (port: number): Promise<Server> =>
    new Promise((resolve) => {
      const made = createServer(handle);
      // Every loopback name, IPv6 too.
      made.listen(port, () => resolve(made));
    });
  const shut = (server: Server): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  let server: Server | null = await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = async () => {
    if (server) await shut(server);
    server = null;
  };
  return {
    port,
    origin: `http://localhost:${String(port)}`,
    cut,
    mend: async () => {
      server ??= await listen(port);
    },
    publish: () => {
      version += 1;
    },
    close: cut,
  };
}
