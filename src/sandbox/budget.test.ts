import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Allowance } from '../core/protocol/allowance';
import { countdown } from './countdown';
import { estimateBytes } from './estimate-bytes';

describe('an allowance', () => {
  test('may be spent at once, and comes back with time, never beyond its limit', () => {
    const allowance = new Allowance(10, 2, 0);
    expect(allowance.spend(10, 0)).toBe(true);
    expect(allowance.spend(1, 400)).toBe(false);
    expect(allowance.spend(1, 1400)).toBe(true);
    expect(allowance.spend(11, 1_000_000)).toBe(false);
  });
});

describe('the weight of a message', () => {
  const limit = 1_000_000;

  test('grows with strings and with what is nested', () => {
    expect(estimateBytes('x'.repeat(1000), limit)).toBeGreaterThan(2000);
    expect(
      estimateBytes({ a: ['x'.repeat(1000), { b: 'y'.repeat(1000) }] }, limit),
    ).toBeGreaterThan(4000);
  });

  test('counts the whole buffer behind a view, at a discount because it is moved', () => {
    const buffer = new ArrayBuffer(1 << 20);
    const weight = estimateBytes(new Uint8Array(buffer, 0, 1), limit);
    expect(weight).toBeGreaterThan(60_000);
    expect(weight).toBeLessThan(1 << 20);
  });

  test('stops at the limit for cyclic, wide and deep values', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic, cyclic);
    expect(estimateBytes(cyclic, limit)).toBeGreaterThan(limit);
    let deep: unknown = 0;
    for (let i = 0; i < 200_000; i++) deep = { deep };
    expect(estimateBytes(deep, limit)).toBeGreaterThan(limit);
  });
});

describe('a countdown', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('ends after its ticks, once', () => {
    const end = vi.fn();
    countdown(3000, end);
    vi.advanceTimersByTime(2999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(end).toHaveBeenCalledOnce();
  });

  test('says nothing once cancelled, also between two ticks', () => {
    const end = vi.fn();
    const wait = countdown(1000, end);
    vi.advanceTimersByTime(600);
    wait.cancel();
    vi.advanceTimersByTime(10_000);
    expect(end).not.toHaveBeenCalled();
  });
});
