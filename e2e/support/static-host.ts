/** A static host as plain as they come: files of one folder, under a path of its name, and not one header of ours. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listen } from './listen';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export interface StaticHost {
  readonly folder: string;
  readonly port: number;
  /** Paths that were asked for and are not there, since the last time. */
  takeMissing(): string[];
  close(): Promise<void>;
}

/** @param base where the folder is on the host: `/teach/bytescope/` */
export async function serveStatic(folder: string, base: string): Promise<StaticHost> {
  const missing: string[] = [];
  const { port, close } = await listen(
    (request, response) => {
      void (async () => {
        const { pathname } = new URL(request.url ?? '/', 'http://host.example');
        const file = pathname.startsWith(base)
          ? path.join(
              folder,
              pathname.slice(base.length),
              pathname.endsWith('/') ? 'index.html' : '',
            )
          : null;
        const bytes = file === null ? null : await readFile(file).catch(() => null);
        if (bytes === null) {
          missing.push(pathname);
          response.writeHead(404, { 'Content-Type': 'text/html' });
          response.end(await readFile(path.join(folder, '404.html')).catch(() => 'Not found'));
          return;
        }
        const type = TYPES[path.extname(file ?? '')] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type }).end(bytes);
      })();
    },
    0,
    '127.0.0.1',
  );
  return {
    folder,
    port,
    takeMissing: () => missing.splice(0),
    close,
  };
}
