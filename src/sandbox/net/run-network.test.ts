import { describe, expect, test } from 'vitest';
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetEvent } from '../../core/protocol/net';
import { CLEAR_LINK, type LinkConditions } from '../../core/trace/net-log';
import type { Say } from './lab-backend';
import { MAX_NET_MESSAGES } from './net-book';
import { RunNetwork } from './run-network';

/** A run's network, with the lab, the clock and the program in hand. */
function setup(conditions: Partial<LinkConditions> = {}) {
  let now = 0;
  const timers: { at: number; then: () => void }[] = [];
  const calls: NetCall[] = [];
  const told: NetEvent[] = [];
  let drops = 0;
  let say: Say = () => undefined;
  const network = new RunNetwork({
    clock: {
      now: () => now,
      later: (ms, then) => {
        const timer = { at: now + ms, then };
        timers.push(timer);
        return timer;
      },
      cancel: (timer) => {
        const at = timers.indexOf(timer as (typeof timers)[number]);
        if (at >= 0) timers.splice(at, 1);
      },
    },
    conditions: { ...CLEAR_LINK, ...conditions },
    openLab: (given) => {
      say = given;
      return { call: (call) => calls.push(call), drop: () => drops++ };
    },
    tell: (event) => told.push(event),
    changed: () => undefined,
  });
  const open = (socket = 0): void =>
    network.call({ op: 'open', socket, room: '/upload', auth: {}, step: 1 });
  return {
    network,
    calls,
    told,
    open,
    say: (event: Parameters<Say>[0]) => say(event),
    emit: (more: Partial<Extract<NetCall, { op: 'emit' }>> = {}) =>
      network.call({ op: 'emit', socket: 0, event: 'a', args: [], ack: null, step: 2, ...more }),
    get: (path: string, more: object = {}) =>
      network.call({
        ...{ op: 'fetch', request: 0, method: 'GET', path, headers: [], body: null, step: 1 },
        ...more,
      }),
    drops: () => drops,
    advance(ms: number) {
      now += ms;
      for (const timer of timers.filter((each) => each.at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.then();
      }
    },
    log: () => network.takeChanges().changes,
  };
}

describe('what a program may do', () => {
  test('speaks for sockets it has opened, and for no other', () => {
    const { open, emit, calls } = setup();
    open(0);
    emit({ socket: 7 });
    emit({ socket: 0 });
    expect(calls.map((call) => call.op)).toEqual(['open', 'emit']);
  });

  test('answers what it was asked, once', () => {
    const { open, network, say, calls } = setup();
    open();
    const answer: NetCall = { op: 'answer', socket: 0, ack: 3, args: ['yes'], step: 2 };
    network.call(answer);
    say({ op: 'event', socket: 0, event: 'asked', args: [], ack: 3 });
    network.call(answer);
    network.call(answer);
    expect(calls.map((call) => call.op)).toEqual(['open', 'answer']);
  });

  test('cannot say that it heard its own message, or one that was never sent', () => {
    const { open, emit, network, log } = setup();
    open();
    emit();
    network.call({ op: 'heard', message: 1, step: 99 });
    network.call({ op: 'heard', message: 12345, step: 99 });
    expect(log().map(({ step }) => step)).toEqual([1, 2]);
  });

  test('has so many sockets at once, and is told when it wants one more', () => {
    const { open, told, calls } = setup();
    for (let socket = 0; socket <= NET_LIMITS.sockets; socket++) open(socket);
    expect(calls).toHaveLength(NET_LIMITS.sockets);
    expect(told).toEqual([
      expect.objectContaining({
        op: 'refused',
        reason: expect.stringContaining('8 sockets open') as string,
      }),
    ]);
  });

  test.each([
    ['another address', '/healthz', {}],
    ['a path that climbs', '/media/..', {}],
    ['one behind a climb', '/media/../healthz', {}],
    ['an encoded climb', '/media/%2e%2e/healthz', {}],
    ['another host', '//evil.example/media/a', {}],
    ['a whole address', 'http://evil.example/media/a', {}],
    ['a method that media have not', '/media/a.png', { method: 'DELETE' }],
    ['a method of no lab', '/tus/', { method: 'CONNECT' }],
    ['a cookie', '/media/a.png', { headers: [['Cookie', 'a=b']] }],
    ['another method in a header', '/tus/', { headers: [['X-HTTP-Method-Override', 'PUT']] }],
  ])('cannot ask for %s', (_name, path, more) => {
    const { get, calls, told } = setup();
    get(path, more);
    expect(calls).toEqual([]);
    expect(told).toEqual([expect.objectContaining({ op: 'failed', request: 0 })]);
  });

  test('has so many requests at once', () => {
    const { get, calls, told } = setup();
    for (let request = 0; request <= NET_LIMITS.requests; request++)
      get('/media/a.png', { request });
    expect(calls).toHaveLength(NET_LIMITS.requests);
    expect(told).toEqual([
      expect.objectContaining({
        op: 'failed',
        reason: expect.stringMatching(/16 requests going.*until its body is read/) as string,
      }),
    ]);
  });

  test('that floods loses its connection, and learns why; nothing more goes out', () => {
    const { open, emit, calls, told, drops } = setup();
    open();
    for (let i = 0; i <= NET_LIMITS.messages; i++) emit();
    open(1);
    expect(drops()).toBe(1);
    expect(calls).toHaveLength(NET_LIMITS.messages);
    const why = expect.stringContaining('The run has sent 20000 messages') as string;
    expect(told).toEqual([
      expect.objectContaining({ op: 'closed', socket: 0, reason: why }),
      expect.objectContaining({ op: 'refused', socket: 1, reason: why }),
    ]);
  });

  test('that sends too many bytes loses its connection too', () => {
    const { open, emit, told } = setup();
    open();
    const args = [new ArrayBuffer(NET_LIMITS.messageBytes)];
    for (let i = 0; i <= NET_LIMITS.bytes / NET_LIMITS.messageBytes; i++) emit({ args });
    expect(told).toEqual([
      expect.objectContaining({
        op: 'closed',
        reason: expect.stringContaining('256 MiB') as string,
      }),
    ]);
  });
});

test('a lab that floods its client is cut off, and the client learns why', () => {
  const { open, say, told } = setup();
  open();
  for (let i = 0; i < NET_LIMITS.messages + 100; i++) {
    say({ op: 'event', socket: 0, event: 'news', args: [i], ack: null });
  }
  expect(told).toHaveLength(NET_LIMITS.messages + 1);
  expect(told.at(-1)).toMatchObject({
    op: 'closed',
    reason: expect.stringContaining('The lab has sent 20000 messages') as string,
  });
});

describe('the link', () => {
  test('what is lost with the connection is lost in the log, and the program is told', () => {
    const { open, emit, network, told, log, advance, calls, drops } = setup({ latencyMs: 50 });
    open();
    advance(50);
    emit();
    network.disconnect();
    advance(100);
    expect(calls.map((call) => call.op)).toEqual(['open']);
    expect(drops()).toBe(1);
    expect(log().map(({ name, fate }) => [name, fate])).toEqual([
      ['connect', 'arrived'],
      ['a', 'lost'],
      ['transport close', 'arrived'],
    ]);
    expect(told).toEqual([expect.objectContaining({ op: 'closed', reason: 'transport close' })]);
  });

  test('a connection that drops after so many messages takes requests along', () => {
    const { open, emit, get, told, calls } = setup({ dropAfter: 2 });
    open();
    get('/media/a.png');
    emit();
    emit();
    expect(calls.map((call) => call.op)).toEqual(['open', 'fetch', 'emit']);
    expect(told.map((event) => event.op)).toEqual(['closed', 'failed']);
  });

  test('an event takes its time to the program, and the log says when it arrived', () => {
    const { open, say, told, log, advance } = setup({ latencyMs: 20 });
    open();
    advance(20);
    say({ op: 'event', socket: 0, event: 'news', args: [new ArrayBuffer(3)], ack: null });
    expect(told).toEqual([]);
    advance(20);
    expect(told).toHaveLength(1);
    expect(log().at(-1)).toMatchObject({ from: 'lab', sentAt: 20, arrivedAt: 40, byteLength: 3 });
  });
});

test('a log that is full counts what it leaves out, and messages go on', () => {
  const { open, emit, network, calls } = setup();
  open();
  for (let i = 0; i < MAX_NET_MESSAGES + 4; i++) emit();
  const { changes, omitted } = network.takeChanges();
  expect(changes).toHaveLength(MAX_NET_MESSAGES);
  expect(omitted).toBe(5);
  expect(calls).toHaveLength(MAX_NET_MESSAGES + 5);
});
