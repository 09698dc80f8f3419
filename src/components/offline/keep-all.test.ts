import { expect, test } from 'vitest';
import { offlineText } from '../../i18n/offline';
import { keepSaid, readyWorker } from './keep-all';

const never = new Promise<never>(() => {});
const worker = { state: 'activated' } as ServiceWorker;
const registration = { active: worker } as ServiceWorkerRegistration;
const soon = () => Promise.resolve(null);

test('a worker that is there is taken at once', async () => {
  const container = {
    ready: Promise.resolve(registration),
    getRegistration: () => Promise.resolve(registration),
  };
  expect(await readyWorker(container, () => never)).toBe(worker);
});

test('none comes where the browser refuses it', async () => {
  const refused = { ready: never, getRegistration: () => Promise.resolve(undefined) };
  expect(await readyWorker(refused, soon)).toBeNull();
  const forbidden = { ready: never, getRegistration: () => Promise.reject(new DOMException('no')) };
  expect(await readyWorker(forbidden, soon)).toBeNull();
});

test('one that installs slowly is waited for', async () => {
  let come = (_: ServiceWorkerRegistration) => {};
  const ready = new Promise<ServiceWorkerRegistration>((resolve) => (come = resolve));
  let asked = 0;
  const getRegistration = () => {
    if (++asked === 3) come(registration);
    return Promise.resolve(registration);
  };
  expect(await readyWorker({ ready, getRegistration }, soon)).toBe(worker);
  expect(asked).toBe(3);
});

test('few words on the way, and the whole of it at the end', () => {
  const text = offlineText.en.panel;
  const total = 22;
  const said = Array.from({ length: total }, (_, done) =>
    keepSaid({ done, failed: 0, total }, text),
  );
  expect(new Set(said).size).toBe(4);
  expect(said[0]).toBe('Keeping 0 of 22 pages…');
  expect(said.at(-1)).toBe('Keeping 16 of 22 pages…');
  expect(keepSaid({ done: 22, failed: 0, total }, text)).toBe(text.allKept(22));
  expect(keepSaid({ done: 20, failed: 2, total }, text)).toBe(text.someFailed(2));
});
