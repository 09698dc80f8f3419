/**
 * A run of the sandbox's own while a spare realm boots. An engine compiles a function when it is first called, and works
 * out a function's source positions when it first stands in a stack: without this, a learner's first console line pays
 * for all of it. Everything it uses is made for it and thrown away, so that the learner's run finds the realm as if
 * nothing had been run: it sets no timer (their ids are counted) and calls no watched native (the run's recorder hears
 * those).
 */
import { PROTOCOL_VERSION, type RunMessage } from '../core/protocol/messages';
import { defineProperty, getOwnPropertyDescriptor, NativeError, regExpExec } from './primordials';
import { Recorder } from './recorder/recorder';
import { REHEARSED_SITES, REHEARSED_STEPS, warmUp } from './recorder/warm-up';
import { RunParts } from './run-parts';

/** As the rewriter would write it. One console call: a second would be held back by a timer. */
const CODE = `
const buffer = $b.v(new ArrayBuffer(8), 2, "buffer");
const bytes = $b.v(new Uint8Array($b.a(buffer)), 3, "bytes");
const copy = $b.v(new Uint16Array($b.a([1, 2])), 4, "copy");
let $bk = 2; for (let i = 0; i < 2; i++) { if (--$bk < 1) $bk = $b.g(5) + 1; bytes[i] = i; }
function f() { if (--$b.n < 0) $b.t(6); return bytes.length; } f(); $b.t(6);
console.log("text", f(), bytes, { name: "value", list: [1] }, new Error("message"));`;

const MESSAGE: RunMessage = {
  v: PROTOCOL_VERSION,
  kind: 'run',
  runId: 'rehearsal',
  code: CODE,
  columns: [],
  source: '',
  functions: [],
  hookName: '$b',
  goal: 'module',
  fileName: 'bytescope-rehearsal.js',
  guardMs: 1000,
  html: null,
  siteCount: REHEARSED_SITES,
  record: { maxSteps: REHEARSED_STEPS, from: 0 },
};

/** To be called when the realm is set up, before it says that it waits for a run. */
export function rehearse(): void {
  const console = getOwnPropertyDescriptor(globalThis, 'console');
  // Twice: what an engine compiled for one hook alone it throws away when it meets the next one.
  for (let i = 0; i < 2; i++) run();
  if (console !== undefined) defineProperty(globalThis, 'console', console);
  // RegExp.$1 and its like show what was matched last: now, as in a new realm, nothing.
  regExpExec(/(?:)/, '');
}

function run(): void {
  const { port1, port2 } = new MessageChannel();
  const recorder = new Recorder();
  const parts = new RunParts(port1, MESSAGE, recorder, () => undefined);
  parts.console.install();
  parts.outbox.send({ kind: 'started' });
  parts.guard.start(MESSAGE.guardMs);
  // It awaits nothing, so it has run when this returns.
  void parts.evaluate();
  warmUp(recorder);
  parts.outbox.flush();
  parts.memory.report();
  const error = parts.thrown.report(new NativeError('message'), 'throw');
  parts.outbox.send({ kind: 'settled', outcome: 'threw', error, line: null, durationMs: 0 });
  parts.close();
  port1.close();
  port2.close();
}
