/** Programs that would rather write themselves what the objects of a probe note: the notes are as if they had not. */
import { describe as inOrder, expect, test, vi } from 'vitest';
import { call, canvas, media } from '../core/exercise/inputs';
import type { CanvasRecord } from '../core/exercise/canvas';
import type { MediaNote, MediaRecord } from '../core/exercise/media';
import type { Probe, ProbeResult } from '../core/exercise/probe';
import { recordRun } from './record';

const describe = inOrder.concurrent;
vi.setConfig({ testTimeout: 60_000 });

async function one(source: string, probe: Probe): Promise<ProbeResult> {
  const run = await recordRun({ source, fileName: 'probed.js', goal: 'module', probes: [probe] });
  const [result] = run.probes ?? [];
  if (result === undefined)
    throw new Error(`the call gave nothing: ${JSON.stringify(run.outcome)}`);
  return result;
}

/** What a call returned, as text. */
function said({ outcome }: ProbeResult): string {
  if (outcome.kind !== 'returned') throw new Error(JSON.stringify(outcome));
  return outcome.value.kind === 'string' ? outcome.value.text : JSON.stringify(outcome.value);
}

describe('a canvas', () => {
  const probe = call('f', canvas(1, 1, [1, 2, 3, 255]));
  const statesOf = ({ records }: ProbeResult) =>
    (records?.[0] as CanvasRecord).states.map((state) => [...state]);

  test('notes what it noted, whatever stands on Object.prototype', async () => {
    const made = await one(
      `const forged = { kind: 'canvas', calls: [], omitted: 0, states: [Uint8Array.of(9, 9, 9, 9)] };
      Object.prototype.move = Object.prototype.noteState = function () { this.record = () => forged; };
      function f() {}`,
      probe,
    );
    expect(statesOf(made)).toEqual([[1, 2, 3, 255]]);
  });

  test('keeps its size where it refuses another', async () => {
    const made = await one(
      `function f(canvas) {
        try { canvas.width = 2 ** 29; } catch (error) { return error.name + ' ' + canvas.width; }
      }`,
      probe,
    );
    expect(said(made)).toBe('TypeError 1');
    expect(statesOf(made)).toEqual([[1, 2, 3, 255]]);
  });
});

describe('a MediaSource', () => {
  const objects = media({ isOpen: true });
  const probe = call('f', objects.source, objects.class, objects.video);
  const notesOf = ({ records }: ProbeResult): readonly MediaNote[] =>
    (records?.[0] as MediaRecord).notes;
  const TYPE = `'video/webm; codecs="vp8"'`;

  test('notes no word of Object.prototype’s', async () => {
    const made = await one(
      `function f(ms, Class) {
        for (const key of ['text', 'error', 'line', 'updating', 'readyState', 'same', 'byteLength'])
          Object.defineProperty(Object.prototype, key, { value: 'forged', writable: true, configurable: true });
        ms.addSourceBuffer(${TYPE}).appendBuffer(new Uint8Array(1));
      }`,
      probe,
    );
    expect(notesOf(made).map(({ event }) => event)).toEqual([
      'sourceopen',
      'addSourceBuffer',
      'appendBuffer',
      'updatestart',
      'loadedmetadata',
      'update',
      'updateend',
    ]);
    expect(JSON.stringify(notesOf(made))).not.toContain('forged');
  });

  test('goes through no iterator of the program’s', async () => {
    const made = await one(
      `let caught = 'nothing';
      const { [Symbol.iterator]: native } = Array.prototype;
      async function f(ms) {
        const sb = ms.addSourceBuffer(${TYPE});
        const over = new Promise((resolve) => { sb.onupdateend = resolve; });
        Array.prototype[Symbol.iterator] = function () { caught = 'a list'; return native.call(this); };
        sb.appendBuffer(new Uint8Array(1));
        await over;
        return caught;
      }`,
      probe,
    );
    expect(said(made)).toBe('nothing');
  });

  test('hands nothing to a class that the program puts above its own', async () => {
    const made = await one(
      `function f(ms, Class, video) {
        const got = [];
        function Evil() { for (let i = 0; i < arguments.length; i++) got.push(arguments[i]); }
        const sb = ms.addSourceBuffer(${TYPE});
        for (const { constructor } of [ms, video, sb]) {
          for (let each = constructor; each !== Evil && each !== Function.prototype; ) {
            const above = Object.getPrototypeOf(each);
            if (above === Function.prototype) {
              Object.setPrototypeOf(each, Evil);
              break;
            }
            // In the middle first: what is a base class calls no other.
            Object.setPrototypeOf(each, Evil);
            new Class();
            each = above;
          }
        }
        new Class();
        return String(got.length);
      }`,
      probe,
    );
    expect(said(made)).toBe('0');
  });

  test('has nothing on it that a real one has not', async () => {
    const made = await one(
      `function f(ms, Class, video) {
        const names = (value) => {
          const all = [];
          for (; value !== Object.prototype; value = Object.getPrototypeOf(value)) all.push(...Reflect.ownKeys(value));
          return all.sort().join(' ');
        };
        return [names(ms), names(ms.addSourceBuffer(${TYPE})), names(video)].join('; ');
      }`,
      probe,
    );
    expect(said(made).split('; ')).toEqual([
      'addEventListener addSourceBuffer constructor duration endOfStream onsourceclose onsourceended onsourceopen readyState removeEventListener sourceBuffers',
      'abort addEventListener appendBuffer buffered constructor mode onabort onerror onupdate onupdateend onupdatestart remove removeEventListener timestampOffset updating',
      'addEventListener constructor error onerror onloadedmetadata readyState removeEventListener src',
    ]);
  });

  test('knows its state itself, and the element its error', async () => {
    const made = await one(
      `function f(ms, Class, video) {
        const sb = ms.addSourceBuffer(${TYPE});
        for (const from of [ms, sb, video])
          for (let owner = from; owner !== Object.prototype; owner = Object.getPrototypeOf(owner))
            for (const key of ['readyState', 'updating', 'isUpdating', 'error', 'duration'])
              if (Object.hasOwn(owner, key))
                Object.defineProperty(owner, key, { configurable: true, get: () => key === 'error' ? {} : 'ended' });
        sb.appendBuffer(new Uint8Array(1));
        try { sb.appendBuffer(new Uint8Array(1)); } catch {}
      }`,
      probe,
    );
    const states = notesOf(made).map(
      ({ event, readyState, updating }) => `${event} ${readyState} ${String(updating)}`,
    );
    expect(states.slice(0, 4)).toEqual([
      'sourceopen open false',
      'addSourceBuffer open false',
      'appendBuffer open false',
      'appendBuffer open true',
    ]);
    expect(
      notesOf(made)
        .map(({ error }) => error)
        .slice(0, 4),
    ).toEqual([null, null, null, 'InvalidStateError']);
  });

  test('measures bytes, and names errors, by what the program cannot replace', async () => {
    const made = await one(
      `function f(ms) {
        const sb = ms.addSourceBuffer(${TYPE});
        const owner = Object.getPrototypeOf(Uint8Array.prototype);
        const real = Object.getOwnPropertyDescriptor(owner, 'length');
        let asked = 0;
        Object.defineProperty(owner, 'length', { configurable: true, get: () => asked++ === 0 ? 1000 : 0 });
        TypeError.prototype.name = 'QuotaExceededError';
        sb.appendBuffer(new Uint8Array(3));
        try { sb.appendBuffer(null); } catch {}
        Object.defineProperty(owner, 'length', real);
      }`,
      probe,
    );
    expect(notesOf(made).filter(({ event }) => event === 'appendBuffer')).toMatchObject([
      { byteLength: 3, same: false, error: null },
      { byteLength: 0, error: 'TypeError' },
    ]);
  });

  test.each([
    ['', 'returned'],
    ['return new Promise(() => {});', 'unsettled'],
  ])('that is asked for ever is not heard for ever: %s', async (body, kind) => {
    const made = await one(
      `function f(ms, Class) {
        setInterval(() => Class.isTypeSupported('x'), 1);
        ${body}
      }`,
      probe,
    );
    expect(made.outcome.kind).toBe(kind);
    expect(notesOf(made)).toHaveLength(300);
  });
});
