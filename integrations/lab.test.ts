import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { expect, it, vi } from 'vitest';
import type { MediaClientEvents } from '../src/core/wire/media';
import { lab } from './lab';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

it('stands beside the development server, leaves other WebSockets alone, and goes with it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'bytescope-dev-'));
  mkdirSync(join(root, 'media'));
  mkdirSync(join(root, 'temp'));
  writeFileSync(join(root, 'media', 'dot.png'), 'x');
  vi.stubEnv('BYTESCOPE_LAB_DIR', join(root, 'temp'));
  const httpServer = createServer();
  const others: string[] = [];
  httpServer.on('upgrade', (request, socket) => {
    if (request.url !== '/') return;
    others.push(request.url);
    socket.end('HTTP/1.1 418 I am a teapot\r\n\r\n');
  });
  // As much of Astro as the integration asks for: its pages, and before them its check of slashes.
  const stack: { readonly handle: Middleware }[] = [
    { handle: (_request, response) => response.end('astro') },
  ];
  const checkSlash: Middleware = (request, response, next) => {
    if (request.url?.endsWith('/') === true) next();
    else response.writeHead(404).end();
  };
  httpServer.on('request', (request, response) => {
    const from = (index: number): void =>
      stack[index]?.handle(request, response, () => from(index + 1));
    from(0);
  });
  const hooks = lab().hooks as Record<string, (options: unknown) => Promise<void> | undefined>;
  const logger = { debug: () => undefined };
  await hooks['astro:config:done']?.({ config: { publicDir: pathToFileURL(`${root}/`) } });
  await hooks['astro:server:setup']?.({
    server: {
      httpServer,
      config: { server: { host: undefined } },
      middlewares: { stack, use: (handle: Middleware) => stack.splice(-1, 0, { handle }) },
    },
    logger,
  });
  stack.unshift({ handle: checkSlash });
  await hooks['astro:server:start']?.({ logger });
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;

  const client: Socket<Record<string, never>, MediaClientEvents> = io(
    `http://localhost:${port}/image`,
    { transports: ['websocket'], reconnection: false, forceNew: true },
  );
  expect(await client.emitWithAck('list', {})).toEqual({
    kind: 'names',
    files: [{ name: 'dot.png', size: 1, type: 'image/png' }],
  });
  const at = `http://localhost:${port}`;
  expect(await (await fetch(`${at}/healthz`)).json()).toMatchObject({ lab: { status: 'ok' } });
  const tus = await fetch(`${at}/tus/`, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '0' },
  });
  expect(tus.status).toBe(201);
  await fetch(`${at}${tus.headers.get('location') ?? ''}`, {
    method: 'DELETE',
    headers: { 'tus-resumable': '1.0.0' },
  });
  expect(await (await fetch(`${at}/tuscany/`)).text()).toBe('astro');
  const other = new WebSocket(`ws://localhost:${port}/`);
  await new Promise((resolve) => (other.onerror = resolve));
  expect(others).toEqual(['/']);

  await hooks['astro:server:done']?.({ logger });
  expect(readdirSync(join(root, 'temp'))).toEqual([]);
  client.disconnect();
  await new Promise((resolve) => httpServer.close(resolve));
  rmSync(root, { recursive: true });
  vi.unstubAllEnvs();
});
