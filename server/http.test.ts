import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler } from './http.ts';
import { listen, PortTakenError, stopListening, type Listening } from './listen.ts';
import { openSite } from './static.ts';

const REALM = '/realm/0123456789abcdef.html';
const FILES: Record<string, string> = {
  'index.html': `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'sha256-xyz='"><h1>Home</h1>`,
  '404.html': '<!doctype html><meta charset="utf-8"><h1>No such page</h1>',
  'embed/index.html': '<!doctype html><meta charset="utf-8"><h1>Embedded</h1>',
  'ko/embed/index.html': '<!doctype html><meta charset="utf-8"><h1>Embedded</h1>',
  'lessons/views/index.html': '<!doctype html><meta charset="utf-8"><h1>Views</h1>',
  '_astro/page.abc123.js': `console.log('${'x'.repeat(600)}');`,
  'media/clip.webm': '0123456789',
  [REALM.slice(1)]:
    `<!doctype html><meta http-equiv='Content-Security-Policy' content="default-src 'none'">`,
  '.built-from': 'secret',
};

const dist = mkdtempSync(path.join(tmpdir(), 'bytescope-http-'));
for (const [file, text] of Object.entries(FILES)) {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
  writeFileSync(path.join(dist, file), text);
}
const script = FILES['_astro/page.abc123.js']!;
writeFileSync(path.join(dist, '_astro/page.abc123.js.br'), brotliCompressSync(script));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks by node:http, since fetch chooses Host and Accept-Encoding itself. */
function ask(
  port: number,
  target: string,
  { host = `localhost:${port}`, method = 'GET', headers = {}, address = '127.0.0.1' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: address, port, path: target, method, headers: { ...headers, host }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('latin1'),
          }),
        );
        response.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

let listening: Listening;
let port = 0;
const options = { lan: false, hosts: ['lab.example.org'], realmOrigins: [] };

beforeAll(async () => {
  const site = await openSite(dist);
  listening = await listen(createHandler(site, options), { port: 0, fallbacks: 0, lan: false });
  port = listening.port;
});
afterAll(async () => {
  await stopListening(listening, 100);
  rmSync(dist, { recursive: true });
});

describe('files', () => {
  test('a page comes with its headers, and is asked about each time', async () => {
    const { status, headers, body } = await ask(port, '/');
    expect(status).toBe(200);
    expect(body).toContain('Home');
    expect(headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self' 'sha256-xyz='");
    expect(headers['content-security-policy']).toContain(`127.0.0.1:${port}${REALM}`);
    const again = await ask(port, '/', { headers: { 'if-none-match': headers.etag ?? '' } });
    expect(again.status).toBe(304);
  });

  test('a hashed file is kept for ever and comes compressed', async () => {
    const plain = await ask(port, '/_astro/page.abc123.js');
    expect(plain.body).toBe(script);
    expect(plain.headers['cache-control']).toContain('immutable');
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const small = await ask(port, '/_astro/page.abc123.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.headers.vary).toBe('Accept-Encoding');
    expect(small.body.length).toBeLessThan(100);
  });

  test('a file that is no page frames nothing, and is spared the list of what a page may frame', async () => {
    const { headers } = await ask(port, '/_astro/page.abc123.js');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('the name of a page’s file is sent on to its folder, with its query', async () => {
    for (const [asked, folder] of [
      ['/index.html', '/'],
      ['/lessons/views/index.html?run=1', '/lessons/views/?run=1'],
      ['/ko/embed/index.html?lang=ko', '/ko/embed/?lang=ko'],
    ] as const) {
      const { status, headers } = await ask(port, asked);
      expect([status, headers.location]).toEqual([308, folder]);
    }
    expect((await ask(port, '/none/index.html')).status).toBe(404);
  });

  test('a path without its last slash is sent on, with its query', async () => {
    const { status, headers } = await ask(port, '/lessons/views?run=1');
    expect([status, headers.location]).toEqual([308, '/lessons/views/?run=1']);
  });

  test('what is not there is the 404 page', async () => {
    const { status, body, headers } = await ask(port, '/nope/');
    expect([status, body]).toEqual([404, FILES['404.html']]);
    expect(headers['content-security-policy']).toContain('frame-src');
  });

  test.each(['/.built-from', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
    '%s is not served',
    async (target) => {
      const { status, body } = await ask(port, target);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('secret');
      expect(body).not.toContain('"name"');
    },
  );

  test('a file that a new build took away ends the answer, not the server', async () => {
    writeFileSync(path.join(dist, 'gone.txt'), 'x'.repeat(100));
    const handler = createHandler(await openSite(dist), options);
    const other = await listen(handler, { port: 0, fallbacks: 0, lan: false });
    rmSync(path.join(dist, 'gone.txt'));
    await expect(ask(other.port, '/gone.txt')).rejects.toThrow();
    expect((await ask(other.port, '/')).status).toBe(200);
    await stopListening(other, 100);
  });
});

describe('ranges', () => {
  test.each([
    ['bytes=2-5', 206, '2345'],
    ['bytes=7-', 206, '789'],
    ['bytes=8-400', 206, '89'],
    ['bytes=50-60', 416, ''],
    // A server may leave a range unanswered and send everything.
    ['bytes=-3', 200, '0123456789'],
    ['bytes=5-2', 200, '0123456789'],
    ['bytes=0-1,4-5', 200, '0123456789'],
    ['pages=1-2', 200, '0123456789'],
    ['bytes=a-b', 200, '0123456789'],
  ])('%s', async (range, status, body) => {
    const answer = await ask(port, '/media/clip.webm', { headers: { range } });
    expect([answer.status, answer.body]).toEqual([status, body]);
  });
});

describe('what others may frame', () => {
  const policyOf = async (target: string) => {
    const { headers } = await ask(port, target);
    return String(headers['content-security-policy']);
  };

  test('is the page made for it, in both languages, also by a page that isolates itself', async () => {
    for (const target of ['/embed/', '/ko/embed/', '/embed/?example=views/create&theme=dark']) {
      const { status, headers } = await ask(port, target);
      expect(status, target).toBe(200);
      expect(headers['content-security-policy'], target).not.toContain('frame-ancestors');
      expect(headers['cross-origin-resource-policy'], target).toBe('cross-origin');
    }
  });

  test('and no other page, whatever its address ends with', async () => {
    for (const target of [
      '/',
      '/lessons/views/',
      '/lessons/views/?embed',
      '/embed/none/',
      '/x/embed/',
    ]) {
      expect(await policyOf(target), target).toContain("frame-ancestors 'none'");
      const { headers } = await ask(port, target);
      expect(headers['cross-origin-resource-policy'], target).toBe('same-origin');
    }
  });

  test('and the realm, where that page asks for it', async () => {
    const policy = await policyOf(`${REALM}?embed`);
    expect(policy).toBe("default-src 'none'; sandbox allow-scripts");
    for (const target of [REALM, `${REALM}?x`, `${REALM}?embedded`])
      expect(await policyOf(target), target).toContain('frame-ancestors localhost');
  });
});

describe('names', () => {
  test('*.localhost serves the realm and nothing else', async () => {
    const host = `a.localhost:${port}`;
    const realm = await ask(port, REALM, { host });
    expect(realm.status).toBe(200);
    expect(realm.headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': expect.stringContaining('immutable') as string,
    });
    expect(realm.headers['content-security-policy']).toMatch(
      /^default-src 'none'; sandbox allow-scripts; frame-ancestors /,
    );
    for (const target of ['/', '/lessons/views/', '/_astro/page.abc123.js', '/healthz']) {
      expect((await ask(port, target, { host })).status, target).toBe(404);
    }
  });

  test.each(['evil.example', '192.168.1.7', 'localhost.evil.example', 'a b', 'xlocalhost'])(
    '"%s" is refused',
    async (host) => {
      expect((await ask(port, '/', { host })).status).toBe(421);
    },
  );

  test('a configured name is served; under --lan any is', async () => {
    expect((await ask(port, '/', { host: 'lab.example.org' })).status).toBe(200);
    const handler = createHandler(await openSite(dist), { ...options, lan: true });
    const classroom = await listen(handler, { port: 0, fallbacks: 0, lan: true });
    const host = `192.168.1.7:${classroom.port}`;
    const page = await ask(classroom.port, '/', { host });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain(`frame-src ${host}${REALM}`);
    await stopListening(classroom, 100);
  });

  test('a configured realm origin serves the realm, framed by the site’s hosts, and nothing else', async () => {
    const configured = { ...options, realmOrigins: ['https://realm.example'] };
    const handler = createHandler(await openSite(dist), configured);
    const other = await listen(handler, { port: 0, fallbacks: 0, lan: false });
    const realm = await ask(other.port, REALM, { host: 'realm.example' });
    expect(realm.status).toBe(200);
    expect(realm.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(realm.headers['content-security-policy']).toMatch(
      /frame-ancestors realm\.example lab\.example\.org:\*$/,
    );
    expect((await ask(other.port, '/', { host: 'realm.example' })).status).toBe(404);
    const page = await ask(other.port, '/', { host: 'lab.example.org' });
    expect(page.headers['content-security-policy']).toContain(`https://realm.example${REALM}`);
    await stopListening(other, 100);
  });

  test('[::1] is sent to localhost, since a policy cannot name an IPv6 address', async () => {
    const { status, headers } = await ask(port, '/lessons/views/', { host: `[::1]:${port}` });
    expect([status, headers.location]).toEqual([308, `http://localhost:${port}/lessons/views/`]);
  });
});

test('only GET and HEAD are answered', async () => {
  const post = await ask(port, '/', { method: 'POST' });
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  const head = await ask(port, '/nope/', { method: 'HEAD' });
  expect([head.status, head.body]).toEqual([404, '']);
});

/** Everything a server sends to what is written by hand, until it closes. */
async function talk(port: number, ...parts: readonly string[]): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  let answer = '';
  for await (const chunk of socket) answer += (chunk as Buffer).toString();
  return answer;
}

describe('a client that takes its time', () => {
  test('with its headers is cut', async () => {
    const handler = createHandler(await openSite(dist), options);
    const hasty = await listen(handler, {
      port: 0,
      fallbacks: 0,
      lan: false,
      timeouts: { headersTimeout: 30, connectionsCheckingInterval: 10 },
    });
    const begun = `GET / HTTP/1.1\r\nHost: localhost:${hasty.port}\r\nX-Slow: `;
    expect(await talk(hasty.port, begun)).toMatch(/^HTTP\/1\.1 408 /);
    expect((await ask(hasty.port, '/')).status).toBe(200);
    await stopListening(hasty, 100);
  });

  test('with a body that nobody asked for is answered at once, then cut', async () => {
    const head = `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 100000\r\n\r\n`;
    expect(await talk(port, head, 'x')).toMatch(/^HTTP\/1\.1 405 /);
  });

  test('with a GET that has a body is served, then cut', async () => {
    const head = `GET /healthz HTTP/1.1\r\nHost: localhost:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await talk(port, head, '5\r\nab')).toContain('"status":"ok"');
  });
});

test('what is under /tus/ is the lab’s, under the names of the site alone', async () => {
  const handler = createHandler(
    await openSite(dist),
    options,
    () => ({}),
    (request, response) => response.end(`lab ${request.method ?? ''}`),
  );
  const other = await listen(handler, { port: 0, fallbacks: 0, lan: false });
  const method = 'POST';
  const answer = await ask(other.port, '/tus/', { method });
  expect(answer.body).toBe('lab POST');
  expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  expect((await ask(other.port, '/tuscany', { method })).status).toBe(405);
  expect(
    (await ask(other.port, '/tus/', { method, host: `a.localhost:${other.port}` })).status,
  ).toBe(405);
  expect((await ask(other.port, '/tus/', { method, host: 'evil.example' })).status).toBe(421);
  await stopListening(other, 100);
});

test.each(['//evil.example/', '/%', '/\\evil.example'])('%s is no path', async (target) => {
  expect((await ask(port, target)).status).toBe(400);
});

test('the health address answers', async () => {
  const { headers, body } = await ask(port, '/healthz');
  expect(JSON.parse(body)).toEqual({ status: 'ok', uptimeSeconds: expect.any(Number) as number });
  expect(headers['cache-control']).toBe('no-store');
});

test('the health address says how the lab is', async () => {
  const handler = createHandler(await openSite(dist), options, () => ({ lab: { status: 'ok' } }));
  const other = await listen(handler, { port: 0, fallbacks: 0, lan: false });
  const { body } = await ask(other.port, '/healthz');
  expect(JSON.parse(body)).toMatchObject({ status: 'ok', lab: { status: 'ok' } });
  await stopListening(other, 100);
});

describe('ports', () => {
  /** A port that another program holds, and that one's end. */
  async function takenPort() {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { port: address.port, free: () => other.close() };
  }

  test('a taken port that was asked for is an error that names it', async () => {
    const taken = await takenPort();
    const attempt = listen(() => undefined, { port: taken.port, fallbacks: 0, lan: false });
    await expect(attempt).rejects.toThrow(PortTakenError);
    await expect(attempt).rejects.toThrow(String(taken.port));
    taken.free();
  });

  test('with fallbacks the next free one is taken', async () => {
    const taken = await takenPort();
    const found = await listen(() => undefined, { port: taken.port, fallbacks: 10, lan: false });
    expect(found.port).toBeGreaterThan(taken.port);
    expect(found.port).toBeLessThanOrEqual(taken.port + 10);
    await stopListening(found, 100);
    taken.free();
  });
});
