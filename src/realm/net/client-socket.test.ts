import { afterEach, describe, expect, test, vi } from 'vitest';
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetCall, NetEvent } from '../../core/protocol/net';
import { stepAt } from '../../core/trace/trace';
import { NO_COUNTS, TraceAssembler, type TraceChunk } from '../../core/trace/trace-chunk';
import { Recorder } from '../recorder/recorder';
import { createIo, type ClientSocket } from './client-socket';

type WithoutMessage<T> = T extends unknown ? Omit<T, 'message'> : never;

/** A program's `io`, and the other end of its transport in hand. */
function setup() {
  const calls: NetCall[] = [];
  const moved: ArrayBuffer[] = [];
  let listener: (event: NetEvent) => void = () => undefined;
  let messages = 0;
  const recorder = new Recorder();
  const assembler = new TraceAssembler([{ line: 0, column: 0, text: '' }]);
  recorder.begin({
    maxSteps: 1000,
    recordFrom: 0,
    send: (chunk: TraceChunk) => assembler.add(chunk),
    onTask: () => undefined,
  });
  const io = createIo(
    {
      send: (call, transfer = []) => {
        calls.push(call);
        moved.push(...transfer);
      },
      hear: (given) => (listener = given),
    },
    recorder,
  );
  const say = (event: WithoutMessage<NetEvent>): void =>
    listener({ ...event, message: messages++ });
  return {
    io,
    calls,
    moved,
    recorder,
    say,
    ops: () => calls.map((call) => call.op),
    sent: () => calls.filter((call) => call.op === 'emit'),
    connect(room = '/upload'): ClientSocket {
      const socket = io(room);
      const open = calls.findLast((call) => call.op === 'open');
      say({ op: 'opened', socket: open!.socket, id: 'lab-1' });
      return socket;
    },
    steps() {
      recorder.log.ship();
      const trace = assembler.trace(null, NO_COUNTS);
      return Array.from({ length: trace.steps }, (_, i) => stepAt(trace, i + 1));
    },
  };
}

// The realm takes its timers when it is loaded, so they are replaced before.
vi.hoisted(() => vi.useFakeTimers());
afterEach(() => vi.clearAllTimers());

describe('connecting', () => {
  test('asks for the namespace of an address, with what auth gives then', () => {
    const { io, calls } = setup();
    io('http://localhost:4321/upload', { auth: { owner: 'me' } });
    io({ auth: (give: (auth: object) => void) => give({ later: 1 }) });
    expect(calls).toEqual([
      { op: 'open', socket: 0, room: '/upload', auth: { owner: 'me' }, step: 1 },
      { op: 'open', socket: 1, room: '/', auth: { later: 1 }, step: 2 },
    ]);
  });

  test('a namespace has no comma, which would end it in the packet', () => {
    const { io, calls } = setup();
    expect(() => io('/upload,["x"]')).toThrow(TypeError);
    expect(calls).toEqual([]);
  });

  test('is connected, has an id and fires connect once the lab says so', () => {
    const { io, say } = setup();
    const socket = io('/upload');
    const connected = vi.fn();
    socket.on('connect', connected);
    expect([socket.connected, socket.id]).toEqual([false, undefined]);
    say({ op: 'opened', socket: 0, id: 'abc' });
    expect([socket.connected, socket.id]).toEqual([true, 'abc']);
    expect(connected).toHaveBeenCalledOnce();
  });

  test('a refusal is a connect_error with the reason and its data, and no other try', () => {
    const { io, say, ops } = setup();
    const refused = vi.fn<(error: Error & { data?: unknown }) => void>();
    io('/upload').on('connect_error', refused as never);
    say({ op: 'refused', socket: 0, reason: 'The lab is full.', data: { code: 'busy' } });
    expect(refused.mock.lastCall?.[0].message).toBe('The lab is full.');
    expect(refused.mock.lastCall?.[0].data).toEqual({ code: 'busy' });
    vi.advanceTimersByTime(60_000);
    expect(ops().filter((op) => op === 'open')).toHaveLength(1);
  });

  test('a lab that cannot be reached is a connect_error, and there is another try', () => {
    const { io, say, ops } = setup();
    const heard = vi.fn<(event: string, about: unknown) => void>();
    const socket = io('/upload');
    socket.on('connect_error', (error: unknown) => heard('connect_error', error));
    socket.on('disconnect', (reason: unknown) => heard('disconnect', reason));
    say({ op: 'closed', socket: 0, reason: 'websocket error' });
    expect(heard.mock.calls).toEqual([['connect_error', new Error('websocket error')]]);
    expect(socket.active).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(ops().filter((op) => op === 'open')).toHaveLength(2);
  });

  test('a lost connection is made again under a new number, each try later, and what came for the old one is not heard', () => {
    const { io, say, calls } = setup();
    const socket = io('/upload');
    const heard = vi.fn();
    socket.on('disconnect', heard).on('news', heard);
    say({ op: 'opened', socket: 0, id: 'a' });
    say({ op: 'closed', socket: 0, reason: 'transport close' });
    expect(heard).toHaveBeenLastCalledWith('transport close');
    expect([socket.connected, socket.active]).toEqual([false, true]);
    vi.advanceTimersByTime(1000);
    expect(calls.filter((call) => call.op === 'open').map((call) => call.socket)).toEqual([0, 1]);
    say({ op: 'event', socket: 0, event: 'news', args: [], ack: null });
    expect(heard).toHaveBeenCalledOnce();
    say({ op: 'closed', socket: 1, reason: 'transport close' });
    vi.advanceTimersByTime(1999);
    expect(calls.filter((call) => call.op === 'open')).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(calls.filter((call) => call.op === 'open')).toHaveLength(3);
  });

  test.each([['io server disconnect'], ['io client disconnect']])(
    'a connection that ended by "%s" stays so until the program asks',
    (reason) => {
      const { say, connect, calls } = setup();
      const socket = connect();
      if (reason === 'io client disconnect') socket.disconnect();
      else say({ op: 'closed', socket: 0, reason });
      vi.advanceTimersByTime(60_000);
      expect(calls.filter((call) => call.op === 'open')).toHaveLength(1);
      socket.connect();
      expect(calls.at(-1)).toMatchObject({ op: 'open', socket: 1 });
    },
  );
});

describe('emitting', () => {
  test('waits for the connection and keeps its order', () => {
    const { io, say, sent } = setup();
    const socket = io('/upload');
    socket.emit('one', 1).emit('two', 2);
    expect(sent()).toEqual([]);
    say({ op: 'opened', socket: 0, id: 'a' });
    expect(sent().map((call) => call.event)).toEqual(['one', 'two']);
  });

  test('sends the bytes of a view alone, as a copy that may be moved', () => {
    const { connect, sent, moved } = setup();
    const buffer = Uint8Array.from([1, 2, 3, 4, 5]).buffer;
    connect().emit('chunk', { offset: 1 }, new Uint8Array(buffer, 1, 3), new DataView(buffer, 4));
    const [head, bytes, view] = sent()[0]!.args;
    expect(head).toEqual({ offset: 1 });
    expect([...new Uint8Array(bytes as ArrayBuffer)]).toEqual([2, 3, 4]);
    expect([...new Uint8Array(view as ArrayBuffer)]).toEqual([5]);
    expect(moved).toEqual([bytes, view]);
    expect(buffer.byteLength).toBe(5);
  });

  test('makes of data what JSON would', () => {
    const { connect, sent } = setup();
    connect().emit('data', {
      when: new Date(0),
      gone: undefined,
      call: () => 1,
      list: [undefined, Number.NaN, -Infinity],
      map: new Map([[1, 2]]),
    });
    expect(sent()[0]!.args).toEqual([
      { when: '1970-01-01T00:00:00.000Z', list: [null, null, null], map: {} },
    ]);
  });

  test.each([
    ['a reserved name', ['connect'], '"connect" is a reserved event name'],
    ['a name too long', ['x'.repeat(200)], 'emit: found a name of 200 units'],
    ['a BigInt', ['a', 1n], 'emit "a": a BigInt cannot be sent'],
    [
      'too much',
      [
        'a',
        new Uint8Array(NET_LIMITS.messageBytes / 2 + 1),
        new Uint8Array(NET_LIMITS.messageBytes / 2),
      ],
      'emit "a": found 16777217 bytes',
    ],
    ['too many values', ['a', Array(10_000).fill(0)], 'emit "a": found more than 10000 values'],
  ])('refuses %s before anything is sent', (_name, args, message) => {
    const { connect, sent } = setup();
    const socket = connect();
    expect(() => socket.emit(...(args as [string]))).toThrow(message);
    expect(sent()).toEqual([]);
  });

  test('refuses data that holds itself', () => {
    const { connect } = setup();
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(() => connect().emit('a', cyclic)).toThrow('or data that holds itself');
  });
});

describe('acknowledgements', () => {
  test('a callback gets the answer, once', () => {
    const { connect, sent, say } = setup();
    const answered = vi.fn();
    connect().emit('start', {}, answered);
    const ack = sent()[0]!.ack!;
    say({ op: 'answer', socket: 0, ack, args: [{ next: 3 }] });
    say({ op: 'answer', socket: 0, ack, args: [{ next: 4 }] });
    expect(answered.mock.calls).toEqual([[{ next: 3 }]]);
  });

  test('emitWithAck resolves with the first value of the answer', async () => {
    const { connect, sent, say } = setup();
    const answer = connect().emitWithAck('start', {});
    say({ op: 'answer', socket: 0, ack: sent()[0]!.ack!, args: ['yes', 'and more'] });
    await expect(answer).resolves.toBe('yes');
  });

  test('under a timeout the callback gets an error first, or null', () => {
    const { connect, sent, say } = setup();
    const socket = connect();
    const [late, early] = [vi.fn(), vi.fn()];
    socket.timeout(100).emit('late', late);
    socket.timeout(100).emit('early', early);
    say({ op: 'answer', socket: 0, ack: sent()[1]!.ack!, args: ['yes'] });
    vi.advanceTimersByTime(100);
    say({ op: 'answer', socket: 0, ack: sent()[0]!.ack!, args: ['too late'] });
    expect(early.mock.calls).toEqual([[null, 'yes']]);
    expect(late.mock.calls).toEqual([
      [expect.objectContaining({ message: 'operation has timed out' })],
    ]);
  });

  test('a lost connection fails those that take an error and forgets the others', async () => {
    const { connect, say } = setup();
    const socket = connect();
    const plain = vi.fn();
    socket.emit('plain', plain);
    const promised = socket.emitWithAck('promised');
    say({ op: 'closed', socket: 0, reason: 'transport close' });
    await expect(promised).rejects.toThrow('socket has been disconnected');
    expect(plain).not.toHaveBeenCalled();
  });

  test('a listener answers the lab through its last argument, once', () => {
    const { connect, say, calls } = setup();
    const bytes = new ArrayBuffer(4);
    connect().on('chunk', (_head: unknown, _bytes: unknown, received: unknown) => {
      (received as (answer: string) => void)('ok');
      (received as (answer: string) => void)('again');
    });
    say({ op: 'event', socket: 0, event: 'chunk', args: [{}, bytes], ack: 7 });
    expect(calls.filter((call) => call.op === 'answer')).toEqual([
      expect.objectContaining({ socket: 0, ack: 7, args: ['ok'] }),
    ]);
  });

  test('an answer to what a lost connection asked is not sent over the next, nor recorded', () => {
    const { connect, say, calls, steps } = setup();
    const replies: ((answer: string) => void)[] = [];
    const socket = connect();
    socket.on('ask', (reply: unknown) => replies.push(reply as (answer: string) => void));
    say({ op: 'event', socket: 0, event: 'ask', args: [], ack: 0 });
    say({ op: 'closed', socket: 0, reason: 'transport close' });
    replies[0]?.('to nobody');
    vi.advanceTimersByTime(1000);
    say({ op: 'opened', socket: 1, id: 'b' });
    say({ op: 'event', socket: 1, event: 'ask', args: [], ack: 0 });
    replies[0]?.('stale');
    expect(calls.filter((call) => call.op === 'answer')).toEqual([]);
    replies[1]?.('fresh');
    expect(calls.filter((call) => call.op === 'answer')).toEqual([
      expect.objectContaining({ socket: 1, ack: 0, args: ['fresh'] }),
    ]);
    const answers = steps().filter((step) => JSON.stringify(step).includes('answer ask'));
    expect(answers).toHaveLength(1);
  });
});

describe('listening', () => {
  test('on, once, off, onAny and their older names', () => {
    const { connect, say } = setup();
    const socket = connect();
    const [every, one, none, any] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    socket.on('news', every).once('news', one).on('news', none).onAny(any);
    socket.off('news', none);
    for (const value of [1, 2])
      say({ op: 'event', socket: 0, event: 'news', args: [value], ack: null });
    expect(every.mock.calls).toEqual([[1], [2]]);
    expect(one.mock.calls).toEqual([[1]]);
    expect(none).not.toHaveBeenCalled();
    expect(any.mock.calls).toEqual([
      ['news', 1],
      ['news', 2],
    ]);
    (socket as unknown as { removeAllListeners(): void }).removeAllListeners();
    expect(socket.hasListeners('news')).toBe(false);
  });

  test('says at which step a message was heard, and nothing of what nobody listens to', () => {
    const { connect, say, calls } = setup();
    connect().on('news', () => undefined);
    const before = calls.length;
    say({ op: 'event', socket: 0, event: 'other', args: [], ack: null });
    say({ op: 'event', socket: 0, event: 'news', args: [], ack: null });
    expect(calls.slice(before)).toEqual([{ op: 'heard', message: 2, step: 3 }]);
  });
});

describe('recording', () => {
  test('each message is one step with its bytes, and a view that is sent shows which bytes of memory went', () => {
    const { connect, say, steps, recorder } = setup();
    const bytes = new Uint8Array(10);
    recorder.registry.see(bytes, { line: 1, name: 'bytes', filled: true, fixed: true });
    const socket = connect().on('more', () => undefined);
    socket.emit('chunk', {}, bytes.subarray(2, 6));
    say({ op: 'event', socket: 0, event: 'more', args: [new ArrayBuffer(3)], ack: null });
    const messages = steps().map(({ kind, detail, bufferId, range }) => [
      kind,
      detail?.operation,
      bufferId,
      range.start,
      range.end,
    ]);
    expect(messages).toEqual([
      ['message', 'connect /upload', null, 0, 0],
      ['message', 'connected /upload', null, 0, 0],
      ['message', 'emit chunk', 0, 2, 6],
      ['message', 'on more', null, 0, 3],
    ]);
  });

  test('a program cannot make a message look like another one', () => {
    const { connect, calls, sent } = setup();
    const socket = connect();
    const prototype = Object.getPrototypeOf(Object.getPrototypeOf(socket)) as { emit: unknown };
    const native = prototype.emit;
    try {
      prototype.emit = () => 'mine';
      socket.emit('a');
      expect(sent()).toEqual([]);
      expect(calls.map((call) => call.step)).toEqual([1, 2]);
    } finally {
      prototype.emit = native;
    }
  });
});
