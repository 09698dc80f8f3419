import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint } from './after-paint';

let frames: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('waits for the paint of the next frame, and acts once', () => {
  const act = vi.fn();
  afterPaint(act);
  vi.advanceTimersByTime(16);
  frames.forEach((frame) => frame());
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});

test('acts all the same where no frame comes', () => {
  const act = vi.fn();
  afterPaint(act);
  vi.advanceTimersByTime(1000);
  frames.forEach((frame) => frame());
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});

test('where the page is hidden it waits for no frame', () => {
  vi.stubGlobal('document', { hidden: true });
  const act = vi.fn();
  afterPaint(act);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
  expect(frames).toEqual([]);
});
