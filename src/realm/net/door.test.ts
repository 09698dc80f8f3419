/** What the facades let through, the realm's door (core/protocol) lets in: only a forgery ends a run. */
import { beforeEach, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../core/protocol/messages';
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetEvent } from '../../core/protocol/net';
import { parseRealmMessage } from '../../core/protocol/parse';
import { createIo } from './client-socket';
import { LabFetch } from './lab-fetch';
import { NetServer } from './server';

const RECORDER = { message: () => 0, arrived: () => undefined };
const RUN = { v: PROTOCOL_VERSION, runId: 'a' };

const sent: object[] = [];
beforeEach(() => void sent.splice(0));

let tell: (event: NetEvent) => void = () => undefined;
const transport = {
  send: (call: NetCall) => void sent.push({ ...RUN, kind: 'net', call }),
  hear: (listener: (event: NetEvent) => void) => (tell = listener),
};
/** Each is thrown at once, in the words of the facade, or let in. */
function attempt(action: () => unknown): 'thrown' | 'sent' {
  try {
    action();
  } catch (error) {
    expect(String(error)).toMatch(/^\w*Error: (?:emit "a"|auth|fetch|io)/);
    return 'thrown';
  }
  for (const each of sent) {
    const parsed = parseRealmMessage(structuredClone(each), 'a');
    expect(parsed.kind === 'refused' ? parsed.reason : '').toBe('');
  }
  return 'sent';
}

function connected() {
  const socket = createIo(transport, RECORDER)('/a', { reconnection: false });
  tell({ op: 'opened', socket: 0, id: 'x', message: 0 });
  return socket;
}
function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}
const wholeList = () => Array<number>(NET_LIMITS.values - 1).fill(0);
const longest = 'k'.repeat(NET_LIMITS.textUnits);

test.each([
  ['as many values as there may be', wholeList(), 'sent'],
  ['one more', [...wholeList(), 0], 'thrown'],
  ['the deepest data', nested(NET_LIMITS.depth), 'sent'],
  ['one deeper', nested(NET_LIMITS.depth + 1), 'thrown'],
  ['the longest key and text', { [longest]: longest }, 'sent'],
  ['a longer key', { [`${longest}k`]: 1 }, 'thrown'],
  ['a list with holes', Object.assign([], { length: 3 }), 'sent'],
  ['keys of a prototype', JSON.parse('{"__proto__":{"a":1},"constructor":2}'), 'sent'],
  ['a detached buffer', detached(), 'sent'],
  ['shared memory', new Uint8Array(new SharedArrayBuffer(4), 1, 2), 'sent'],
  [
    'dates, maps, functions and symbols',
    [new Date(0), new Map([[1, 2]]), () => 1, Symbol()],
    'sent',
  ],
])('an event: %s', (_name, data, outcome) => {
  expect(attempt(() => connected().emit('a', data))).toBe(outcome);
});

function detached(): ArrayBuffer {
  const buffer = new ArrayBuffer(8);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
}

test.each([
  ['a list', [1], 'thrown'],
  ['a text', 'me', 'thrown'],
  ['bytes', new Uint8Array(4), 'sent'],
])('auth that is %s', (_name, auth, outcome) => {
  expect(attempt(() => createIo(transport, RECORDER)('/a', { auth }))).toBe(outcome);
});

test.each([
  ['the most headers', Array(NET_LIMITS.headers).fill('v'), 'sent'],
  ['one more', Array(NET_LIMITS.headers + 1).fill('v'), 'rejected'],
  ['the longest value', ['v'.repeat(NET_LIMITS.headerUnits)], 'sent'],
  ['a longer one', ['v'.repeat(NET_LIMITS.headerUnits + 1)], 'rejected'],
])('a request with %s', async (_name, values: string[], outcome) => {
  const pairs = values.map((value, i) => [`tus-${i}`, value] as [string, string]);
  for (const headers of [pairs, Object.fromEntries(pairs), new Headers(pairs)]) {
    sent.splice(0);
    const lab = new LabFetch(transport, RECORDER);
    let asked: Promise<unknown> = Promise.resolve();
    expect(attempt(() => (asked = lab.fetch('/tus/', { method: 'POST', headers })))).toBe('sent');
    expect(sent).toHaveLength(outcome === 'sent' ? 1 : 0);
    if (outcome === 'rejected') await expect(asked).rejects.toThrow('20 of 4096 units at most');
  }
});

test.each([
  ['an error of many words', new Error('no '.repeat(2000)), 'no no'],
  ['a text', 'no', 'undefined'],
  ['a number', 5, 'undefined'],
  ['an error with data', Object.assign(new Error('no'), { data: [1] }), 'no'],
])('a guard that refuses with %s', (_name, error, reason) => {
  const server = new NetServer(
    (event) => void sent.push({ ...RUN, kind: 'serve', event }),
    RECORDER,
  );
  server.io.of('/a').use((_socket, next) => next(error));
  server.begin();
  server.take({ op: 'open', socket: 0, room: '/a', auth: {}, step: 0 });
  expect(attempt(() => undefined)).toBe('sent');
  expect(sent).toMatchObject([
    { event: { op: 'refused', reason: expect.stringMatching(reason) as string } },
  ]);
});
