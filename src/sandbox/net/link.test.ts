import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLEAR_LINK, type LinkConditions } from '../../core/trace/net-log';
import { realClock } from './clock';
import { Link } from './link';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function setup(conditions: Partial<LinkConditions> = {}) {
  const events: string[] = [];
  const link = new Link(realClock, { ...CLEAR_LINK, ...conditions }, () => {
    events.push('connection lost');
    link.cut();
  });
  const parcel = (name: string, bytes = 0) => ({
    bytes,
    arrive: () => void events.push(name),
    doubled: () => void events.push(`${name} doubled`),
    lost: () => void events.push(`${name} lost`),
  });
  return { link, events, parcel };
}

test('a clear link delivers at once', () => {
  const { link, events, parcel } = setup();
  link.send(parcel('a'));
  link.receive(parcel('b'));
  expect(events).toEqual(['a', 'b']);
});

test('latency is one way, and keeps the order', () => {
  const { link, events, parcel } = setup({ latencyMs: 100 });
  link.send(parcel('a'));
  vi.advanceTimersByTime(50);
  link.send(parcel('b'));
  vi.advanceTimersByTime(49);
  expect(events).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(events).toEqual(['a']);
  vi.advanceTimersByTime(50);
  expect(events).toEqual(['a', 'b']);
});

test('a bandwidth is shared by what stands in line, each direction for itself', () => {
  const { link, events, parcel } = setup({ bytesPerSecond: 1000, latencyMs: 10 });
  link.send(parcel('first', 100));
  link.send(parcel('second', 100));
  link.receive(parcel('down', 100));
  vi.advanceTimersByTime(110);
  expect(events).toEqual(['first', 'down']);
  vi.advanceTimersByTime(99);
  expect(events).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(events).toEqual(['first', 'down', 'second']);
});

test('less latency lets nothing overtake what is on its way', () => {
  const { link, events, parcel } = setup({ latencyMs: 100 });
  link.send(parcel('a'));
  link.set(CLEAR_LINK);
  link.send(parcel('b'));
  expect(events).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(events).toEqual(['a', 'b']);
});

test('after so many messages the connection is lost, once, with what is on its way', () => {
  const { link, events, parcel } = setup({ dropAfter: 2, latencyMs: 10 });
  for (const name of ['a', 'b', 'c', 'd']) link.send(parcel(name));
  expect(events).toEqual(['c lost', 'connection lost', 'a lost', 'b lost']);
  vi.advanceTimersByTime(10);
  expect(events.at(-1)).toBe('d');
});

test('a message with more bytes than the largest chunk is lost, and the connection with it, each time', () => {
  const { link, events, parcel } = setup({ chunkBytes: 100, duplicate: true });
  link.send(parcel('fits', 100));
  link.send(parcel('large', 101));
  link.receive(parcel('down', 1000));
  link.send(parcel('larger', 102));
  link.set({ ...CLEAR_LINK, chunkBytes: 102 });
  link.send(parcel('fits now', 102));
  expect(events.filter((each) => !each.startsWith('fits'))).toEqual([
    'large lost',
    'connection lost',
    'down',
    'larger lost',
    'connection lost',
  ]);
  expect(events.filter((each) => each.startsWith('fits'))).toEqual([
    'fits doubled',
    'fits',
    'fits',
    'fits now',
  ]);
});

test('what is no message of the program does not count', () => {
  const { link, events, parcel } = setup({ dropAfter: 1 });
  link.signal(parcel('open'));
  link.send(parcel('a'));
  link.signal(parcel('pull'));
  expect(events).toEqual(['open', 'a', 'pull']);
});

test('every message of the client arrives twice', () => {
  const { link, events, parcel } = setup({ duplicate: true });
  link.send(parcel('a'));
  link.receive(parcel('b'));
  expect(events).toEqual(['a doubled', 'a', 'a', 'b']);
});

test('of two neighbours the second arrives first; one alone waits and then goes', () => {
  const { link, events, parcel } = setup({ reorder: true });
  for (const name of ['a', 'b', 'c']) link.send(parcel(name));
  expect(events).toEqual(['b', 'a']);
  vi.advanceTimersByTime(200);
  expect(events).toEqual(['b', 'a', 'c']);
  link.send(parcel('d'));
  link.set(CLEAR_LINK);
  expect(events.at(-1)).toBe('d');
});

test('a closing does not overtake what is held', () => {
  const { link, events, parcel } = setup({ reorder: true });
  link.send(parcel('a'));
  link.signal(parcel('close'));
  expect(events).toEqual(['a', 'close']);
});
