import { expect, test } from 'vitest';
import { NET_LIMITS } from './net-limits';
import { PROTOCOL_VERSION } from './messages';
import { parseRealmMessage } from './parse';

const emit = (more: object = {}) => ({
  op: 'emit',
  step: 0,
  socket: 0,
  event: 'chunk',
  args: [{ offset: 0 }, new ArrayBuffer(4)],
  ack: null,
  ...more,
});
const say = (call: unknown) => ({ v: PROTOCOL_VERSION, runId: 'a', kind: 'net', call });
function reasonOf(call: unknown): string {
  const parsed = parseRealmMessage(say(call), 'a');
  return parsed.kind === 'refused' ? parsed.reason : 'let in';
}
function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

test.each([
  ['an event with bytes', emit()],
  ['one with a Blob', emit({ args: [new Blob(['abc'])] })],
  ['one with what JSON knows', emit({ args: [null, undefined, true, 'a', { b: [1] }], ack: 3 })],
  ['an opening', { op: 'open', step: 1, socket: 0, room: '/upload', auth: {} }],
  [
    'a request',
    { op: 'fetch', step: 1, request: 0, method: 'GET', path: '/media/a', headers: [], body: null },
  ],
  ['a pull', { op: 'pull', step: 1, request: 0 }],
  ['what was heard', { op: 'heard', step: 1, message: 4 }],
])('lets in %s', (_name, call) => {
  expect(reasonOf(call)).toBe('let in');
});

const cyclic: unknown[] = [];
cyclic.push(cyclic);
const large = new Uint8Array(NET_LIMITS.messageBytes + 1);

test.each([
  ['no call', null, 'net.call.op: found undefined, expected one of'],
  ['an unknown one', { op: '__proto__' }, 'net.call.op: found "__proto__", expected one of'],
  ['one with more than it has', emit({ extra: 1 }), 'net.call: found "extra", expected no key'],
  ['a reserved event', emit({ event: 'disconnect' }), 'expected no name that Socket.IO keeps'],
  ['a long name', emit({ event: 'x'.repeat(129) }), 'expected a string of at most 128 units'],
  ['a half socket', emit({ socket: 0.5 }), 'expected a whole number'],
  ['too many arguments', emit({ args: Array(17).fill(0) }), 'a list of at most 16'],
  ['data too deep', emit({ args: [nested(21)] }), 'expected data nested at most 20 deep'],
  ['cyclic data', emit({ args: [cyclic] }), 'or nested too deep'],
  ['too many values', emit({ args: [Array(10_000).fill(0)] }), 'at most 10000 values'],
  ['too many bytes', emit({ args: [large] }), 'at most 16777216 bytes'],
  ['a Map', emit({ args: [new Map()] }), 'a plain object'],
  ['a BigInt', emit({ args: [1n] }), 'what JSON knows'],
  ['a part of a buffer', emit({ args: [new Uint8Array(new ArrayBuffer(8), 0, 4)] }), 'the whole'],
  [
    'shared memory',
    emit({ args: [new Uint8Array(new SharedArrayBuffer(8))] }),
    'memory of its own',
  ],
  [
    'a body that is no bytes',
    { op: 'fetch', step: 1, request: 0, method: 'PUT', path: '/tus/', headers: [], body: 'text' },
    'an ArrayBuffer, a Blob or null',
  ],
  [
    'a namespace with a comma',
    { op: 'open', step: 1, socket: 0, room: '/upload,["x"]', auth: {} },
    'a slash and no comma',
  ],
  [
    'headers in parts',
    {
      op: 'fetch',
      step: 1,
      request: 0,
      method: 'PUT',
      path: '/tus/',
      headers: [['a']],
      body: null,
    },
    'a name and a value',
  ],
])('refuses %s', (_name, call, reason) => {
  expect(reasonOf(call)).toContain(reason);
});

test('what a server half says is looked at too', () => {
  const serve = (event: unknown) =>
    parseRealmMessage({ ...say(0), call: undefined, kind: 'serve', event }, 'a');
  const heard = { v: PROTOCOL_VERSION, runId: 'a', kind: 'serve' };
  const event = { op: 'event', message: 0, socket: 0, event: 'a', args: [], ack: null };
  expect(parseRealmMessage({ ...heard, event }, 'a').kind).toBe('ok');
  expect(parseRealmMessage({ ...heard, event: { ...event, socket: -1 } }, 'a').kind).toBe(
    'refused',
  );
  expect(serve(event).kind).toBe('refused');
});
