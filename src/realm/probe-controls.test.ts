import { expect, test } from 'vitest';
import { ProbeControls } from './probe-controls';

test('a callback that is added by a callback hears of the next move', () => {
  const controls = new ProbeControls('t', [0, 1, 2]);
  const { on } = controls.given as { on: (name: string, callback: (t: number) => void) => void };
  const heard: number[] = [];
  const callback = (t: number): void => {
    heard.push(t);
    if (heard.length < 10) on('t', callback);
  };
  on('t', callback);
  controls.move(() => undefined);
  expect(heard).toEqual([1, 2, 2]);
});
