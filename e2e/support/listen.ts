/** A server of a test's own. */
import { createServer, type RequestListener } from 'node:http';

export interface Listening {
  readonly port: number;
  /** Whoever is still connected is cut off. */
  close(): Promise<void>;
}

/**
 * @param port 0 for any that is free
 * @param host every name and address of the machine where it is left out: a proxy has to answer to IPv6 too
 */
export async function listen(handle: RequestListener, port = 0, host?: string): Promise<Listening> {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
