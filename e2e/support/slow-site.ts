/** The site behind a line on which a page stops after some of its bytes, and goes on a while later. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface SlowSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** How long a page stands still: a browser paints what has come. */
const STOP_MS = 600;

/** @param stopAfter of a page's text; its length where the page does not stop */
export async function slowSite(
  upstream: string,
  stopAfter: (html: string) => number,
): Promise<SlowSite> {
  const server = createServer((asked, answer) => {
    void (async () => {
      const { status, headers, body } = await ask(new URL(asked.url ?? '/', upstream));
      answer.writeHead(status, headers);
      if (headers['content-type']?.startsWith('text/html') === true) {
        const html = body.toString();
        const length = stopAfter(html);
        answer.write(html.slice(0, length));
        await wait(STOP_MS);
        answer.end(html.slice(length));
      } else answer.end(body);
    })().catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Of the body as it came; this one is unpacked. */
const OF_THE_LINE: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-length',
  'connection',
  'transfer-encoding',
]);

async function ask(url: URL) {
  const response = await fetch(url);
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !OF_THE_LINE.has(name)),
  );
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}
