/** The site behind a line on which a page stops after some of its bytes, and goes on a while later. */
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from './listen';

export interface SlowSite {
  readonly origin: string;
  /** How many pages have stopped so far. */
  readonly stops: number;
  close(): Promise<void>;
}

/** How long a page stands still: a browser paints what has come. */
const STOP_MS = 600;

/** @param stopAfter characters of a page's text; undefined where it does not stop */
export async function slowSite(
  upstream: string,
  stopAfter: (html: string) => number | undefined,
): Promise<SlowSite> {
  let stops = 0;
  const { port, close } = await listen((asked, answer) => {
    void (async () => {
      const { status, headers, body } = await ask(new URL(asked.url ?? '/', upstream));
      answer.writeHead(status, headers);
      const isPage = headers['content-type']?.startsWith('text/html') === true;
      const html = isPage ? body.toString() : '';
      const length = stopAfter(html);
      if (!isPage || length === undefined) {
        answer.end(body);
        return;
      }
      stops += 1;
      answer.write(html.slice(0, length));
      await wait(STOP_MS);
      answer.end(html.slice(length));
    })().catch(() => answer.destroy());
  });
  return {
    origin: `http://localhost:${String(port)}`,
    get stops() {
      return stops;
    },
    close,
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
