import { afterEach, expect, test, vi } from 'vitest';
import type { LabEvent } from './lab-backend';
import { Requests } from './requests';

afterEach(() => vi.unstubAllGlobals());

const asked = (request: number, method = 'GET') => ({
  ...({ op: 'fetch', step: 0, request, method, path: '/tus/', headers: [], body: null } as const),
});

function setup(...responses: Response[]) {
  const said: LabEvent[] = [];
  const left = [...responses];
  const fetched = vi.fn((_url: URL, _init: RequestInit) =>
    Promise.resolve(left.shift() ?? new Response()),
  );
  vi.stubGlobal('fetch', fetched);
  const requests = new Requests('http://localhost/sub/', (event) => void said.push(event));
  return { requests, said, fetched };
}

test('a request goes below the site’s own address, with nothing of the reader’s, and is not led away', async () => {
  const { requests, said, fetched } = setup();
  requests.call(asked(0));
  await vi.waitFor(() => expect(said).not.toEqual([]));
  const [url, init] = fetched.mock.lastCall ?? [];
  expect(String(url)).toBe('http://localhost/sub/tus/');
  expect(init).toMatchObject({
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
});

test.each([
  ['none', new Response(null, { status: 201 })],
  ['an empty one', new Response('', { status: 201 })],
])('where the body is %s, the request is over without anybody reading', async (_name, response) => {
  const { requests, said } = setup(response);
  requests.call(asked(0, 'POST'));
  await vi.waitFor(() => expect(said.map((each) => each.op)).toEqual(['response', 'body']));
  expect(said[1]).toEqual({ op: 'body', request: 0, bytes: null });
});

test('of a request that the link has doubled one answer is told, and the other’s body is let go', async () => {
  const cancelled = vi.fn();
  const bodies = [1, 2].map(
    (byte) =>
      new ReadableStream({
        pull: (stream) => stream.enqueue(Uint8Array.of(byte)),
        cancel: () => void cancelled(byte),
      }),
  );
  const { requests, said } = setup(...bodies.map((body) => new Response(body)));
  requests.call(asked(0));
  requests.call(asked(0));
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledExactlyOnceWith(1));
  expect(said.map((each) => each.op)).toEqual(['response']);
});

test('a body comes chunk by chunk, as it is asked for', async () => {
  const { requests, said } = setup(new Response('abc'));
  requests.call(asked(0));
  await vi.waitFor(() => expect(said).toHaveLength(1));
  for (const length of [2, 3]) {
    requests.call({ op: 'pull', request: 0, step: 0 });
    await vi.waitFor(() => expect(said).toHaveLength(length));
  }
  expect(said.slice(1)).toEqual([
    { op: 'body', request: 0, bytes: new TextEncoder().encode('abc') },
    { op: 'body', request: 0, bytes: null },
  ]);
});
