/**
 * Serves the harness page and the realm exactly as `npm start` serves the site: the same handler, the same headers. On
 * top of it: a log of every request, a mailbox for browsers without a driver, and an "outside" server that nothing may
 * ever reach. Run by Node 22.18 or newer, or by Playwright.
 */
import { copyFile, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withBase } from '../../src/core/base-path.ts';
import { buildLabScript, buildRealmPage, buildTusScript } from '../../integrations/realm-page.ts';
import { createHandler } from '../../server/http.ts';
import { listen, stopListening } from '../../server/listen.ts';
import { openLab } from '../../server/lab/lab.ts';
import { quotasOf } from '../../server/lab/uploads.ts';
import { openSite } from '../../server/static.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Harness {
  /** `http://localhost:PORT/` */
  readonly url: string;
  readonly port: number;
  readonly realmPath: string;
  /** Address of the lab in the page. */
  readonly labPath: string;
  /** Bytes of the one file of media that there is, `pattern.png`. */
  readonly media: Uint8Array;
  /** Origin that stands for the rest of the world; `visits` lists what reached it. */
  readonly outside: string;
  readonly visits: readonly string[];
  /** `METHOD host/path` of everything asked of the harness's own server, but for the mailbox. */
  readonly requests: readonly string[];
  /** A page of another site, which may do to the realm what it likes: `html` is served at `outside`/path. */
  serveOutside(path: string, html: string): string;
  /** Calls a method of the harness page that was opened with `#obey=NAME`. */
  call(page: string, method: string, args: readonly unknown[], timeoutMs: number): Promise<unknown>;
  close(): Promise<void>;
}

/** @param clips files that the lab has, too: of public/media by name, others by path */
export async function startHarness(clips: readonly string[] = []): Promise<Harness> {
  const dist = await mkdtemp(path.join(tmpdir(), 'bytescope-harness-'));
  const media = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31) % 251);
  const { realmPath, labPath } = await writeDist(dist, media, '/', clips);
  const http = { lan: false, hosts: [], realmOrigins: [] };
  const MIB = 1024 * 1024;
  const lab = await openLab({
    ...http,
    tempDir: dist,
    tusDir: path.join(dist, 'tus'),
    processes: 1,
    redisUrl: null,
    s3: null,
    mediaDir: path.join(dist, 'media'),
    connections: 50,
    quotas: quotasOf({
      fileBytes: 8 * MIB,
      ownerBytes: 16 * MIB,
      totalBytes: 64 * MIB,
      keepMs: 60_000,
    }),
    log: () => undefined,
  });
  const health = () => ({ lab: { status: 'ok' } });
  const handler = createHandler(await openSite(dist), http, health, lab.handle);
  const requests: string[] = [];
  const mailbox = new Mailbox();
  const listening = await listen(
    (request, response) => {
      if (request.url?.startsWith('/harness/') === true) return mailbox.answer(request, response);
      requests.push(`${request.method} ${request.headers.host}${request.url}`);
      handler(request, response);
    },
    { port: 0, fallbacks: 0, lan: false },
  );
  for (const server of listening.servers) lab.attach(server);
  const outside = await openOutside();

  return {
    url: `http://localhost:${listening.port}/`,
    port: listening.port,
    realmPath,
    labPath,
    media,
    outside: outside.origin,
    visits: outside.visits,
    requests,
    serveOutside: outside.serve,
    call: (page, method, args, timeoutMs) => mailbox.call(page, method, args, timeoutMs),
    async close() {
      await Promise.all([lab.stop(), stopListening(listening, 0), outside.close()]);
      await rm(dist, { recursive: true, force: true });
    },
  };
}

/** The harness page, its scripts and the realm, bundled into a folder that looks like the built site, under a base of its host. */
export async function writeDist(
  dist: string,
  media: Uint8Array,
  base = '/',
  clips: readonly string[] = [],
): Promise<{ realmPath: string; labPath: string }> {
  const [realm, lab, tus] = await Promise.all([
    buildRealmPage(ROOT),
    buildLabScript(ROOT),
    buildTusScript(ROOT),
  ]);
  for (const folder of ['realm', 'media', '_astro']) await mkdir(path.join(dist, folder));
  await writeFile(path.join(dist, realm.path), realm.html);
  await writeFile(path.join(dist, lab.path), lab.code);
  await writeFile(path.join(dist, tus.path), tus.code);
  await writeFile(path.join(dist, 'media/pattern.png'), media);
  for (const name of clips) {
    const file = path.resolve(ROOT, 'public/media', name);
    await copyFile(file, path.join(dist, 'media', path.basename(name)));
  }
  const labFiles = {
    path: lab.path,
    tusPath: tus.path,
    media: [{ name: 'pattern.png', size: media.length, type: 'image/png' }],
  };
  const common = { bundle: true, write: true, target: 'es2024', platform: 'browser' } as const;
  await Promise.all([
    build({
      ...common,
      entryPoints: [path.join(ROOT, 'e2e/support/sandbox-harness-page.ts')],
      outfile: path.join(dist, 'harness.js'),
      format: 'esm',
      define: {
        REALM_PATH: JSON.stringify(withBase(base, realm.path)),
        LAB_FILES: JSON.stringify(labFiles),
        'import.meta.env': JSON.stringify({ BASE_URL: base }),
      },
      plugins: [
        {
          // Vite bundles the relay by the address in `new Worker(new URL(…))`; here it is a file of its own.
          name: 'relay-address',
          setup(setup) {
            setup.onLoad({ filter: /relay-link\.ts$/ }, async ({ path: file }) => ({
              contents: (await readFile(file, 'utf8')).replace(
                'relay.worker.ts',
                'relay.worker.js',
              ),
              loader: 'ts',
            }));
          },
        },
      ],
    }),
    build({
      ...common,
      entryPoints: [path.join(ROOT, 'src/sandbox/relay.worker.ts')],
      outfile: path.join(dist, 'relay.worker.js'),
      format: 'esm',
    }),
  ]);
  await writeFile(
    path.join(dist, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox harness</title>' +
      '<link rel="icon" href="data:,"><p id="sign">I am the host page.</p>' +
      '<div id="pane" style="position:relative;block-size:200px"></div>' +
      '<script type="module" src="harness.js"></script></html>',
  );
  return { realmPath: realm.path, labPath: lab.path };
}

/** Hands orders to a page that polls for them, and answers back. */
class Mailbox {
  #nextId = 1;
  readonly #orders = new Map<string, string[]>();
  readonly #waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();

  call(
    page: string,
    method: string,
    args: readonly unknown[],
    timeoutMs: number,
  ): Promise<unknown> {
    const id = this.#nextId++;
    const orders = this.#orders.get(page) ?? [];
    this.#orders.set(page, orders);
    orders.push(JSON.stringify({ id, method, args }));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`The page did not answer "${method}" within ${timeoutMs} ms: it hangs.`));
      }, timeoutMs);
      this.#waiting.set(id, {
        resolve: (value) => (clearTimeout(timer), resolve(value)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      });
    });
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('Cache-Control', 'no-store');
    const page = /^\/harness\/next\/(\w+)$/.exec(request.url ?? '')?.[1];
    if (page !== undefined) {
      const order = this.#orders.get(page)?.shift();
      response.statusCode = order === undefined ? 204 : 200;
      response.end(order);
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { id, value, error } = JSON.parse(body) as {
        id: number;
        value?: unknown;
        error?: string;
      };
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
      response.writeHead(204).end();
    });
  }
}

/** Answers everything, allows everything, and writes down who came, even those who only opened a connection. */
async function openOutside() {
  const visits: string[] = [];
  const pages = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page === undefined) visits.push(`${request.method} ${request.url}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page ?? '');
  });
  server.on('upgrade', (request, socket) => {
    visits.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    visits,
    serve(at: string, html: string) {
      pages.set(at, html);
      return origin + at;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
