import { describe, expect, test, vi } from 'vitest';
import type { Control } from '../../../core/controls/control';
import { fakeStorage } from '../fake-storage';
import { ControlStore } from './control-store';

const controls: readonly Control[] = [
  { kind: 'range', name: 't', min: 0, max: 255, value: 128 },
  { kind: 'toggle', name: 'on', value: false },
  { kind: 'file', name: 'picture' },
  { kind: 'button', name: 'again' },
];

test('what is set is heard once, and comes back with the page', () => {
  const storage = fakeStorage();
  const store = new ControlStore('pixels/x', controls, storage);
  const heard = vi.fn();
  store.hear(heard);
  store.set('t', 90);
  store.set('t', 90);
  expect(heard.mock.calls).toEqual([['t', 90]]);
  store.keep();
  const next = new ControlStore('pixels/x', controls, storage);
  next.restore();
  expect(next.values).toEqual({ t: 90, on: false, picture: null, again: 0 });
  expect(new ControlStore('pixels/y', controls, storage).values['t']).toBe(128);
});

test('a file and a press are not kept', () => {
  const storage = fakeStorage();
  const store = new ControlStore('pixels/x', controls, storage);
  const file = new File(['a'], 'a.png');
  store.set('picture', file);
  store.press('again');
  store.press('again');
  expect(store.values).toMatchObject({ picture: file, again: 2 });
  store.keep();
  expect(storage.getItem('bytescope:controls:pixels/x')).toBeNull();
});

test('a run waits for a file that is still being looked at, and for nothing afterwards', async () => {
  const store = new ControlStore('pixels/x', controls, fakeStorage());
  const file = new File(['a'], 'a.png');
  const look = Promise.withResolvers<undefined>();
  store.looksAt(look.promise.then(() => store.set('picture', file)));
  const ready = store.ready();
  expect(ready).not.toBeNull();
  look.resolve(undefined);
  await ready;
  expect(store.values['picture']).toBe(file);
  expect(store.ready()).toBeNull();
});

test('a file that cannot be looked at holds nothing up', async () => {
  const store = new ControlStore('pixels/x', controls, fakeStorage());
  store.looksAt(Promise.reject(new Error('gone')).catch(() => undefined));
  await store.ready();
  expect(store.ready()).toBeNull();
});

test('what is stored and fits no control is passed over', () => {
  const storage = fakeStorage();
  storage.setItem('bytescope:controls:pixels/x', '{"t":9000,"on":"yes","gone":1,"again":5}');
  const store = new ControlStore('pixels/x', controls, storage);
  store.restore();
  expect(store.values).toEqual({ t: 255, on: false, picture: null, again: 0 });
});

test('reset goes back to what the snippet says, here and in storage', () => {
  const storage = fakeStorage();
  const store = new ControlStore('pixels/x', controls, storage);
  expect(store.isPristine).toBe(true);
  store.set('on', true);
  expect(store.isPristine).toBe(false);
  store.keep();
  expect(storage.getItem('bytescope:controls:pixels/x')).toBe('{"on":true}');
  store.reset();
  expect(store.values['on']).toBe(false);
  expect(storage.getItem('bytescope:controls:pixels/x')).toBeNull();
});

test('without storage a control works until the page is closed', () => {
  const store = new ControlStore('pixels/x', controls, null);
  store.restore();
  store.set('t', 1);
  expect(store.values['t']).toBe(1);
});

test('of a slider on its way only the place where it comes to rest is written down', () => {
  vi.useFakeTimers();
  const storage = fakeStorage();
  const written = vi.spyOn(storage, 'setItem');
  const store = new ControlStore('pixels/x', controls, storage);
  for (let t = 0; t < 100; t++) store.set('t', t);
  expect(written).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(written.mock.calls).toEqual([['bytescope:controls:pixels/x', '{"t":99}']]);
  vi.useRealTimers();
});

describe('a file that a control brings', () => {
  const brings: readonly Control[] = [{ kind: 'file', name: 'picture', file: 'lake.png' }];
  const lake = new File(['lake'], 'lake.png');

  test('is there once it has come, and again after a reset', async () => {
    const store = new ControlStore('pixels/x', brings, null, () => Promise.resolve(lake));
    expect(store.values['picture']).toBeNull();
    await store.ready();
    expect(store.values['picture']).toBe(lake);
    expect(store.isPristine).toBe(true);
    expect(store.ready()).toBeNull();
    store.set('picture', new File(['own'], 'own.png'));
    expect(store.isPristine).toBe(false);
    store.reset();
    expect(store.values['picture']).toBe(lake);
  });

  test('does not take the place of one that the reader has chosen meanwhile', async () => {
    const store = new ControlStore('pixels/x', brings, null, () => Promise.resolve(lake));
    const ready = store.ready();
    const own = new File(['own'], 'own.png');
    store.set('picture', own);
    await ready;
    expect(store.values['picture']).toBe(own);
    expect(store.given('picture')).toBe(lake);
  });

  test('is none where it does not come, and is asked for again by the next run', async () => {
    const fetchFile = vi
      .fn<(name: string) => Promise<File>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(lake);
    const store = new ControlStore('pixels/x', brings, null, fetchFile);
    await store.ready();
    expect(store.values['picture']).toBeNull();
    await store.ready();
    expect(store.values['picture']).toBe(lake);
    expect(fetchFile.mock.calls).toEqual([['lake.png'], ['lake.png']]);
  });
});

test('a control that is added begins as it says, once, and leaves the others as they are', () => {
  const store = new ControlStore('play/x', controls, fakeStorage());
  const heard = vi.fn();
  store.subscribe(heard);
  store.set('t', 90);
  store.add({ kind: 'file', name: 'more' });
  store.add({ kind: 'range', name: 't', min: 0, max: 1, value: 0 });
  expect(store.controls.map(({ name }) => name)).toEqual(['t', 'on', 'picture', 'again', 'more']);
  expect(store.values).toEqual({ t: 90, on: false, picture: null, again: 0, more: null });
  expect(heard).toHaveBeenCalledTimes(2);
});
