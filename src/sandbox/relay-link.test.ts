/** The page's end and the relay itself, with a Worker made of two functions in between. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RealmMessage } from '../core/protocol/messages';
import { RelayLink, type LineListener } from './relay-link';
import type { FromRelay, ToRelay } from './relay-messages';

const STARTED: RealmMessage = { v: 1, runId: 'r', kind: 'started' };

let intoRelay: (event: { data: ToRelay; ports: MessagePort[] }) => void;
let intoPage: (event: { data: FromRelay }) => void;
const ports: MessagePort[] = [];

class FakeWorker {
  addEventListener(type: string, listener: typeof intoPage): void {
    if (type === 'message') intoPage = listener;
  }
  postMessage(data: ToRelay, transferred: MessagePort[] = []): void {
    intoRelay({ data, ports: transferred });
  }
  terminate(): void {}
}

const relay = new RelayLink();
beforeAll(async () => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('addEventListener', (_type: string, listener: typeof intoRelay) => {
    intoRelay = listener;
  });
  vi.stubGlobal('postMessage', (data: FromRelay) => intoPage({ data }));
  await import('./relay.worker');
});
// The globals stay as they are: the relay hears of closed ports a moment later, and every test file has its own.
afterAll(() => {
  for (const port of ports) port.close();
});

function line(runId: string) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const listener = { batch: vi.fn<LineListener['batch']>(), ended: vi.fn<LineListener['ended']>() };
  return { id: relay.open(runId, port1, 5000, listener), realm: port2, ...listener };
}

test('a run that was given a second realm hears it, whatever becomes of the first one’s port', async () => {
  const first = line('r');
  relay.drop(first.id);
  const second = line('r');
  first.realm.close();
  second.realm.postMessage(STARTED);
  await vi.waitFor(() => expect(second.batch).toHaveBeenCalledWith([STARTED]));
  expect(second.ended).not.toHaveBeenCalled();
  expect(first.ended).not.toHaveBeenCalled();
});

test('the end of the first realm, told late, is not the second one’s', async () => {
  const first = line('r');
  const second = line('r');
  const gone = new Promise((resolve) => first.realm.addEventListener('close', resolve));
  first.realm.close();
  await gone;
  await vi.waitFor(() => expect(first.ended).toHaveBeenCalledWith('gone'));
  expect(second.ended).not.toHaveBeenCalled();
  second.realm.postMessage(STARTED);
  await vi.waitFor(() => expect(second.batch).toHaveBeenCalledWith([STARTED]));
});

test('a line that is closed hands over what it holds, then tells its end', async () => {
  const { id, realm, batch, ended } = line('r');
  realm.postMessage(STARTED);
  await vi.waitFor(() => expect(batch).toHaveBeenCalled());
  relay.close(id);
  expect(ended).toHaveBeenCalledExactlyOnceWith('closed');
});
