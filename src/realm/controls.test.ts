import { afterEach, expect, test, vi } from 'vitest';
import { recordRun } from '../build/record';
import type { ControlValue } from '../core/controls/control';
import { PROTOCOL_VERSION } from '../core/protocol/messages';
import { RealmControls } from './controls';

interface Found {
  readonly [name: string]: unknown;
  readonly on: (name: unknown, callback: unknown) => () => void;
}
const found = () => (globalThis as unknown as { controls: Found }).controls;

function install() {
  const failed = vi.fn();
  const told = vi.fn();
  const controls = new RealmControls({ t: 128, on_: false }, failed, told);
  controls.install();
  const set = (name: string, value: ControlValue) =>
    controls.set({ v: PROTOCOL_VERSION, kind: 'control', runId: 'r', name, value });
  return { failed, told, set };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'controls');
});

/** Until whatever is in the ports has come through. */
const settled = (told: { mock: { calls: unknown[] } }, times = 1) =>
  vi.waitFor(() => expect(told.mock.calls).toHaveLength(times));

test('a program finds where the controls stand, and hears the last of several changes', async () => {
  const { set, told } = install();
  const heard: unknown[] = [];
  found().on('t', (value: unknown) => heard.push(value));
  expect(found()['t']).toBe(128);
  set('t', 1);
  set('t', 2);
  set('t', 3);
  expect(found()['t']).toBe(3);
  await settled(told);
  expect(heard).toEqual([3]);
});

test('only those who asked for it hear a control, until they no longer want to', async () => {
  const { set, told } = install();
  const heard: unknown[] = [];
  const off = found().on('t', (value: unknown) => heard.push(['t', value]));
  found().on('on_', (value: unknown) => heard.push(['on_', value]));
  set('on_', true);
  await settled(told);
  off();
  set('t', 5);
  await settled(told, 2);
  expect(heard).toEqual([['on_', true]]);
  expect(found()['t']).toBe(5);
});

test('a callback that throws is told of, and the others are called', async () => {
  const { set, told, failed } = install();
  const heard = vi.fn();
  const error = new Error('mine');
  found().on('t', () => {
    throw error;
  });
  found().on('t', heard);
  set('t', 7);
  await settled(told);
  expect(failed).toHaveBeenCalledWith(error);
  expect(heard).toHaveBeenCalledWith(7);
});

test('what there is not is said, with what there is', () => {
  install();
  expect(() => found().on('threshold', () => undefined)).toThrow(
    'There is no control called "threshold". This snippet has: t, on_.',
  );
  expect(() => found().on('t', 7)).toThrow('controls.on("t", …) needs a function');
  expect(() => found().on('toString', () => undefined)).toThrow('There is no control called');
});

test('the recorded run finds where its controls stand; a snippet without any finds none', async () => {
  const source = 'const b = new Uint8Array([controls.t, Object.keys(controls).length]);';
  const recording = { source, fileName: 'test.js', goal: 'module' } as const;
  const run = await recordRun({ ...recording, controls: { t: 128, mode: 'grey' } });
  expect([...(run.memory.buffers[0]?.bytes ?? [])]).toEqual([128, 2]);
  const { outcome } = await recordRun(recording);
  expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'ReferenceError' } });
});
