/** Code that never ends, or ends too late: the guard, the watchdog or the reader ends it, and the page stays alive. */
import { expect } from '@playwright/test';
import { BOTH, finished, stoppedBy, type Attack } from './attack';

export const HANGS: readonly Attack[] = [
  {
    name: 'for(;;)continue',
    realms: BOTH,
    source: 'console.log("before");\nfor(;;)continue',
    spins: true,
    safe(report) {
      stoppedBy('guard', 2)(report);
      expect(report.lines).toEqual(['before']);
    },
  },
  {
    name: 'try{}catch{} in an endless loop',
    realms: BOTH,
    source: 'for(;;) {\n  try { for(;;) {} } catch {} finally { continue }\n}',
    spins: true,
    safe: stoppedBy('guard'),
  },
  {
    name: 'endless recursion that catches its own overflow',
    realms: BOTH,
    source: 'function again() { try { again() } catch { again() } finally { again() } }\nagain()',
    spins: true,
    safe: stoppedBy('guard'),
  },
  {
    name: 'a microtask storm by then',
    realms: BOTH,
    source: 'const again = () => { Promise.resolve().then(again) };\nagain()',
    spins: true,
    order: { lingerMs: 6000 },
    safe(report) {
      // The body itself has ended before the first microtask: what counts is that the storm does not go on.
      if (report.outcome?.kind === 'stopped') stoppedBy('guard')(report);
      else finished(report);
    },
  },
  {
    name: 'a microtask storm by await',
    realms: BOTH,
    goal: 'module',
    source: 'for(;;) await null',
    spins: true,
    safe: stoppedBy('guard', 1),
  },
  {
    name: 'regex backtracking',
    realms: BOTH,
    source: 'console.log("before");\n/^(a+)+$/.test("a".repeat(60) + "!")',
    spins: true,
    order: { patienceMs: 15_000 },
    safe(report) {
      expect(report.lines).toEqual(['before']);
      // Firefox gives up on a pattern like this one by itself.
      if (report.outcome?.kind === 'threw')
        expect(report.errorText).toContain('too much recursion');
      else stoppedBy('watchdog')(report);
    },
  },
  {
    name: 'a sort whose native part never yields',
    realms: BOTH,
    source: 'const list = Array.from({ length: 3e5 }, (_, i) => i);\nfor(;;) list.sort(() => 0)',
    spins: true,
    safe: stoppedBy('guard'),
  },
  {
    name: 'a loop that the rewriter never saw',
    realms: BOTH,
    source: 'console.log("before");\n(0, eval)("for(;;);")',
    spins: true,
    order: { patienceMs: 15_000 },
    safe(report) {
      stoppedBy('watchdog')(report);
      expect(report.lines).toEqual(['before']);
    },
  },
  {
    name: 'a guard that the code has found and switched off',
    realms: BOTH,
    source:
      'const hook = eval("$" + "b");\nhook.g = () => 1e9; hook.t = () => {}; hook.n = Infinity;\nconsole.log("before");\nfor(;;);',
    spins: true,
    order: { patienceMs: 15_000 },
    safe(report) {
      stoppedBy('watchdog')(report);
      expect(report.lines).toEqual(['before']);
    },
  },
  {
    name: 'timers that each spin for a while',
    realms: BOTH,
    source: 'setInterval(() => { const end = Date.now() + 900; while (Date.now() < end); }, 0)',
    order: { lingerMs: 2500 },
    spins: true,
    safe: finished,
  },
  {
    name: 'a loop that the reader stops',
    realms: BOTH,
    source: 'console.log("before");\nfor(;;);',
    guardMs: 20_000,
    order: { stopAfterMs: 600 },
    spins: true,
    safe(report) {
      stoppedBy('reader')(report);
      expect(report.lines).toEqual(['before']);
      expect((report.settledMs ?? 0) - (report.startedMs ?? 0)).toBeLessThan(600 + 400);
    },
  },
];

export const FLOODS: readonly Attack[] = [
  {
    name: '200,000 logs',
    realms: BOTH,
    source: 'for (let i = 0; i < 200_000; i++) console.log("line", i)',
    // On a slow machine 200,000 of anything take longer than the guard allows; that is another test.
    guardMs: 20_000,
    spins: true,
    safe(report) {
      finished(report);
      expect(report.kept).toHaveLength(1000);
      expect(report.kept[0]?.text).toBe('line 0');
      expect(report.omitted).toBe(199_000);
    },
  },
  {
    name: '1,000 logs of large things',
    realms: BOTH,
    source:
      'const rows = Array.from({ length: 100 }, (_, i) => ({ i, text: "x".repeat(1000), more: [1, 2, 3] }));\n' +
      'for (let i = 0; i < 1000; i++) console.log(i, rows)',
    spins: true,
    order: { patienceMs: 30_000 },
    safe(report) {
      expect(['finished', 'lost', 'stopped']).toContain(report.outcome?.kind);
    },
  },
  {
    name: '50,000 errors that nobody catches',
    realms: BOTH,
    source:
      'const text = "x".repeat(1000);\nfor (let i = 0; i < 50_000; i++) reportError(new Error(text + i))',
    guardMs: 20_000,
    spins: true,
    order: { lingerMs: 1000 },
    safe(report) {
      expect(['finished', 'lost']).toContain(report.outcome?.kind);
      expect(report.errors.length).toBeLessThanOrEqual(101);
      if (report.errors.length > 100)
        expect(report.errors.at(-1)).toContain('the others are not shown');
    },
  },
  {
    name: '50,000 rejections that nobody handles',
    realms: BOTH,
    source: 'for (let i = 0; i < 50_000; i++) Promise.reject(new Error("x".repeat(1000) + i))',
    guardMs: 20_000,
    spins: true,
    order: { lingerMs: 1000 },
    safe(report) {
      expect(['finished', 'lost']).toContain(report.outcome?.kind);
      expect(report.errors.length).toBeLessThanOrEqual(101);
      if (report.errors.length > 100)
        expect(report.errors.at(-1)).toContain('the others are not shown');
    },
  },
  {
    name: 'a flood through the Worker’s own postMessage',
    realms: ['worker'],
    source:
      'const load = "x".repeat(1000);\nfor (let i = 0; i < 500_000; i++) self.postMessage(load)',
    spins: true,
    safe(report) {
      expect(['finished', 'stopped', 'threw']).toContain(report.outcome?.kind);
    },
  },
  {
    name: 'a flood of top.postMessage',
    realms: ['page'],
    source: 'for (let i = 0; i < 100_000; i++) top.postMessage(i, "*")',
    spins: true,
    order: { lingerMs: 1000 },
    safe(report) {
      expect(['finished', 'stopped', 'lost', 'threw']).toContain(report.outcome?.kind);
    },
  },
];

export const HEAP_BOMBS: readonly Attack[] = [
  {
    name: 'a heap bomb of small objects',
    realms: BOTH,
    source: 'const heap = [];\nfor(;;) heap.push({ a: 1, b: [1, 2, 3] })',
    spins: true,
    order: { patienceMs: 30_000 },
    safe(report) {
      expect(['stopped', 'lost', 'threw']).toContain(report.outcome?.kind);
    },
  },
  {
    name: 'a heap bomb of buffers',
    realms: BOTH,
    source: 'const heap = [];\nfor(;;) heap.push(new ArrayBuffer(2 ** 30))',
    spins: true,
    order: { patienceMs: 30_000 },
    safe(report) {
      expect(['stopped', 'lost', 'threw']).toContain(report.outcome?.kind);
    },
  },
  {
    name: 'a string that doubles for ever',
    realms: BOTH,
    source: 'let text = "x";\nfor(;;) text += text',
    safe(report) {
      expect(report.outcome).toMatchObject({ kind: 'threw', error: { line: 2 } });
    },
  },
];
