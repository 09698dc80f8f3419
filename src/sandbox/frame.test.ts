import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CONTROL_BUDGET, parseFromFrame } from './control-messages';
import type { Doorbell } from './doorbell';
import { RealmFrame } from './frame';
import type { OriginBook } from './origin-book';

describe('what a frame says', () => {
  test.each([
    { v: 1, kind: 'spare-ready' },
    { v: 1, kind: 'terminated', runId: 'a' },
    { v: 1, kind: 'worker-failed', runId: null, message: 'why' },
  ])('%o is taken', ({ v: _, ...message }) => {
    expect(parseFromFrame({ v: 1, ...message, more: 'left out' })).toEqual(message);
  });

  test.each([
    null,
    'spare-ready',
    { kind: 'spare-ready' },
    { v: 2, kind: 'spare-ready' },
    { v: 1, kind: 'init' },
    { v: 1, kind: 'terminated', runId: null },
    { v: 1, kind: 'worker-failed', runId: 7, message: 'why' },
    { v: 1, kind: 'worker-failed', runId: 'a', message: { length: 1 } },
  ])('%o is not', (message) => expect(parseFromFrame(message)).toBeNull());

  test('a failure’s sentence is cut', () => {
    const message = 'x'.repeat(1_000_000);
    const parsed = parseFromFrame({ v: 1, kind: 'worker-failed', runId: null, message });
    expect(parsed).toEqual({ kind: 'worker-failed', runId: null, message: 'x'.repeat(500) });
  });
});

describe('a control port', () => {
  let control: MessagePort | null = null;
  const contentWindow = {
    postMessage: (_message: unknown, _target: string, [port]: MessagePort[]) => {
      control = port ?? null;
    },
  };
  beforeEach(() => {
    const element = { setAttribute: () => undefined, dataset: {}, remove: () => undefined };
    const created = { ...element, contentWindow };
    vi.stubGlobal('document', { createElement: () => created, documentElement: null });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    control?.close();
  });

  test('that says more than any frame has to is closed, and the frame’s owner is told once', async () => {
    const heard = vi.fn();
    const nuisance = vi.fn();
    const frame = new RealmFrame({
      mode: 'worker',
      realmPath: '/realm/0.html',
      scheme: () => 'light',
      origins: {
        candidates: () => ['http://localhost:1'],
        enter: () => undefined,
        leave: () => undefined,
      } as unknown as OriginBook,
      doorbell: {
        expect: (_source: unknown, rang: () => void) => queueMicrotask(rang),
        forget: () => undefined,
      } as unknown as Doorbell,
      parent: { append: () => undefined } as unknown as HTMLElement,
      decorate: () => undefined,
      heard,
      nuisance,
    });
    await new Promise<void>((resolve) => frame.whenBooted(() => resolve()));
    const message = { v: 1, kind: 'worker-failed', runId: 'worker-0', message: 'again' };
    for (let i = 0; i < 10 * CONTROL_BUDGET.messages; i++) control?.postMessage(message);
    await vi.waitFor(() => expect(nuisance).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(nuisance).toHaveBeenCalledOnce();
    expect(heard.mock.calls.length).toBeLessThan(2 * CONTROL_BUDGET.messages);
    frame.remove();
  });
});
