/**
 * The site behind a line that can be cut: a proxy before the server of the journeys. Both of its names go down with it, so
 * that the realm's has no network either. It can also bring a new version: another service worker, and nothing else.
 */
import { request, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, type Listening } from './listen';

export const NEW_BUILD = 'feedfeedfeedfeed';

export interface ShakySite {
  readonly port: number;
  readonly origin: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** From now on the worker is that of another build. */
  publish(): void;
}

export async function shakySite(
  upstreamPort: number,
): Promise<ShakySite & { close(): Promise<void> }> {
  let isNew = false;
  const handle: RequestListener = (asked, answer) => {
    const { method, url } = asked;
    const isWorker = url?.endsWith('/sw.js') === true;
    const passedOn = request(
      {
        host: '127.0.0.1',
        port: upstreamPort,
        ...{ method, path: url },
        headers: isWorker ? { host: asked.headers.host } : asked.headers,
      },
      (response) => {
        const { statusCode = 502, headers: own } = response;
        if (!isWorker || !isNew) {
          answer.writeHead(statusCode, own);
          response.pipe(answer);
          return;
        }
        void text(response).then((script) => {
          const { 'content-length': _length, etag: _etag, 'last-modified': _date, ...rest } = own;
          answer.writeHead(statusCode, rest);
          answer.end(script.replace(/name:"[0-9a-f]{16}"/, `name:"${NEW_BUILD}"`));
        });
      },
    );
    passedOn.on('error', () => answer.destroy());
    asked.pipe(passedOn);
  };
  let listening: Listening | null = await listen(handle);
  const { port } = listening;
  const cut = async () => {
    await listening?.close();
    listening = null;
  };
  return {
    port,
    origin: `http://localhost:${String(port)}`,
    cut,
    mend: async () => {
      listening ??= await listen(handle, port);
    },
    publish: () => {
      isNew = true;
    },
    close: cut,
  };
}
