/** Code that tries to be somebody else: patched globals, forged messages, hostile values. */
import { expect } from '@playwright/test';
import { BOTH, finished, type Attack } from './attack';

/** What a forged verdict would look like. */
const FORGED =
  '{ v: 1, kind: "settled", runId: globalThis.stolenId ?? "x", outcome: "finished", error: null, line: null, durationMs: 1 }';

export const HOSTILE_VALUES: readonly Attack[] = [
  {
    name: 'logging a cyclic object 10,000 deep',
    realms: BOTH,
    source:
      'let inner = {};\nconst first = inner;\nfor (let i = 0; i < 10_000; i++) inner = { inner };\nfirst.inner = inner;\n' +
      'console.log(inner);\nconsole.log("after")',
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['[object]', 'after']);
    },
  },
  {
    name: 'logging a Proxy that throws on every trap',
    realms: BOTH,
    source:
      'let trapped = 0;\n' +
      'const traps = new Proxy({}, { get: () => () => { trapped++; throw new Error("trapped") } });\n' +
      'console.log(new Proxy({}, traps), new Proxy(class {}, traps), [new Proxy([], traps)]);\n' +
      'console.log("trapped", trapped)',
    safe(report) {
      finished(report);
      expect(report.lines.at(-1)).toBe('trapped 0');
    },
  },
  {
    name: 'hostile toString, toJSON, getters and names',
    realms: BOTH,
    source: [
      'let called = 0;',
      'const bad = () => { called++; throw new Error("called") };',
      'const value = { toString: bad, toJSON: bad, valueOf: bad, [Symbol.toPrimitive]: bad, [Symbol.toStringTag]: "x", get trap() { return bad() } };',
      'Object.defineProperty(value, Symbol.toStringTag, { get: bad });',
      'Object.defineProperty(value, "constructor", { get: bad });',
      'class Shape extends Uint8Array { get length() { return bad() } get buffer() { return bad() } get byteLength() { return bad() } }',
      'const error = new Error("plain"); Object.defineProperty(error, "name", { get: bad }); Object.defineProperty(error, "stack", { get: bad });',
      'function named() {} Object.defineProperty(named, "name", { get: bad });',
      'console.log(value, new Shape(4), error, named, [value], new Map([[value, value]]));',
      'console.table([value]); console.dir(value); console.assert(false, value); console.group(value); console.groupEnd();',
      'console.log("called", called);',
    ].join('\n'),
    safe(report) {
      finished(report);
      expect(report.lines.at(-1)).toBe('called 0');
    },
  },
  {
    name: 'throwing a value that cannot be read',
    realms: BOTH,
    source:
      'throw new Proxy(new Error("x"), { get() { throw new Error("trap") }, getPrototypeOf() { throw new Error("trap") } })',
    safe(report) {
      expect(report.outcome?.kind).toBe('threw');
    },
  },
  {
    name: 'throwing, rejecting with and logging a window of another origin',
    realms: ['page'],
    source: [
      'console.log(top, [parent], parent.location); console.table(top); console.log("%s", top);',
      'Promise.reject(top);',
      'setTimeout(() => { throw parent }, 50);',
      'throw top;',
    ].join('\n'),
    order: { lingerMs: 500 },
    safe(report) {
      expect(report.outcome).toMatchObject({ kind: 'threw' });
      expect(report.errorText).toBe('What was thrown cannot be read.');
      expect(report.errors).toEqual(Array(2).fill('Error: What was thrown cannot be read.'));
    },
  },
  {
    name: 'HTML in an error’s text',
    realms: BOTH,
    source: 'throw new Error("<img src=OUTSIDE/markup onerror=alert(1)><script>alert(2)</script>")',
    safe(report) {
      // The sandbox hands text on as text; that the console shows it as text is the bench's own test.
      expect(report.outcome?.kind).toBe('threw');
      expect(report.errorText).toContain('<script>alert(2)</script>');
    },
  },
  {
    name: '%c with url()',
    realms: BOTH,
    source: 'console.log("%cstyled", "background: url(OUTSIDE/styled); --x: url(INSIDE/styled)")',
    order: { lingerMs: 300 },
    safe: finished,
  },
];

export const PATCHES: readonly Attack[] = [
  {
    name: 'a patched MessagePort',
    realms: BOTH,
    source: [
      'const caught = [];',
      'for (const name of ["postMessage", "start", "close"]) MessagePort.prototype[name] = function () { caught.push(this); };',
      'Object.defineProperty(MessagePort.prototype, "onmessage", { set() { caught.push(this) } });',
      'EventTarget.prototype.addEventListener = function () { caught.push(this) };',
      'console.log("said");',
      'console.log("caught", caught.length);',
    ].join('\n'),
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['said', 'caught 0']);
    },
  },
  {
    name: 'patched getters of events, to be handed the realm’s ports',
    realms: BOTH,
    source: [
      'let asked = 0;',
      'const trap = (owner, name) => Object.defineProperty(owner, name, { configurable: true, get() { asked++; throw new Error("asked " + name) } });',
      'for (const name of ["data", "ports", "source", "origin"]) trap(MessageEvent.prototype, name);',
      'for (const name of ["target", "currentTarget", "srcElement", "type"]) trap(Event.prototype, name);',
      'for (const name of ["error", "message", "filename", "lineno", "colno"]) trap(ErrorEvent.prototype, name);',
      'trap(PromiseRejectionEvent.prototype, "reason");',
      'trap(Array.prototype, 0);',
      'Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = () => { asked++ };',
      'Object.defineProperty(ErrorEvent, Symbol.hasInstance, { value: () => { asked++; return false } });',
      'setTimeout(() => { throw new Error("late") }, 100);',
      'Promise.reject(new Error("rejected"));',
      'setTimeout(() => console.log("asked", asked), 1200);',
    ].join('\n'),
    order: { lingerMs: 2000, schemeAfterMs: 400 },
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['asked 0']);
      expect(report.errors).toEqual(['Error: rejected', 'Error: late']);
    },
  },
  {
    name: 'listeners that would keep errors from the realm',
    realms: BOTH,
    source: [
      'for (const type of ["error", "unhandledrejection"])',
      '  for (const capture of [true, false]) addEventListener(type, (event) => event.stopImmediatePropagation(), { capture });',
      'setTimeout(() => { throw new Error("late") }, 100);',
      'Promise.reject(new Error("rejected"));',
    ].join('\n'),
    order: { lingerMs: 1000 },
    safe(report) {
      finished(report);
      expect(report.errors).toEqual(['Error: rejected', 'Error: late']);
    },
  },
  {
    name: 'an unref on Object.prototype, to be handed the run’s port',
    realms: BOTH,
    source: [
      'const caught = [];',
      'Object.prototype.unref = function () { caught.push(Object.prototype.toString.call(this)) };',
      'setTimeout(() => console.log("caught", caught.length), 600);',
    ].join('\n'),
    order: { lingerMs: 1000 },
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['caught 0']);
    },
  },
  {
    name: 'a patched Promise.prototype.then',
    realms: BOTH,
    goal: 'module',
    source: [
      'let seen = 0; const real = Promise.prototype.then;',
      'Promise.prototype.then = function (...list) { seen++; return real.apply(this, list.map(() => undefined)); };',
      'Promise.resolve = Promise.reject = () => { throw new Error("no") };',
      'await null;',
      'console.log("said");',
    ].join('\n'),
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['said']);
    },
  },
  {
    name: 'a patched Array iterator and patched array methods',
    realms: BOTH,
    source: [
      'const bytes = new Uint8Array(4);',
      'for (const name of Object.getOwnPropertyNames(Array.prototype)) if (name !== "constructor" && typeof Array.prototype[name] === "function") Array.prototype[name] = () => { throw new Error(name) };',
      'Object.getPrototypeOf([][Symbol.iterator]()).next = () => { throw new Error("next") };',
      'Array.prototype[Symbol.iterator] = function () { throw new Error("iterated") };',
      'Map.prototype.set = Map.prototype.get = Set.prototype.add = WeakMap.prototype.get = () => { throw new Error("map") };',
      'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw new Error("call") };',
      'console.log("said", 1, "two");',
      'bytes[0] = 7;',
    ].join('\n'),
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['said 1 two']);
      expect(report.buffers).toBe(1);
    },
  },
  {
    name: 'a patched Object.prototype',
    realms: BOTH,
    source: [
      'for (const name of ["kind", "v", "runId", "entries", "get", "set", "value", "then", "line", "outcome", "transfer", "detail"])',
      '  Object.defineProperty(Object.prototype, name, { __proto__: null, configurable: true, get() { return "forged" }, set() { throw new Error("set " + name) } });',
      'Object.keys = Object.entries = Reflect.ownKeys = Object.getOwnPropertyDescriptor = () => { throw new Error("reflected") };',
      'JSON.stringify = () => { throw new Error("json") };',
      'console.log("said", 1);',
    ].join('\n'),
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['said 1']);
    },
  },
  {
    name: 'every timer there is, cleared',
    realms: BOTH,
    source: [
      'const last = setTimeout(() => console.log("not cleared"), 0);',
      'for (const offset of [0, 2 ** 32]) for (let id = 0; id <= last + 100; id++) { clearTimeout(id + offset); clearInterval(String(id + offset)) }',
      'setTimeout(() => { for (let id = 0; id < last + 1000; id++) { clearTimeout(id); clearInterval({ valueOf: () => id }) } console.log("later") }, 300);',
      'console.log("said");',
    ].join('\n'),
    order: { lingerMs: 8000 },
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['said', 'later']);
      expect(report.ended, 'the realm still gives signs of life').toBeNull();
    },
  },
  {
    name: 'a patched clock and patched timers',
    realms: BOTH,
    source: [
      'performance.now = Date.now = () => 0;',
      'Object.defineProperty(Performance.prototype, "now", { value: () => 0 });',
      'setInterval = setTimeout = clearInterval = () => 0; queueMicrotask = () => {};',
      'for(;;);',
    ].join('\n'),
    spins: true,
    safe(report) {
      expect(report.outcome).toMatchObject({ kind: 'stopped', by: 'guard', line: 4 });
    },
  },
];

export const FORGERIES: readonly Attack[] = [
  {
    name: 'a forged "passed" by parent.postMessage',
    realms: ['page'],
    source: `parent.postMessage(${FORGED}, "*"); top.postMessage(${FORGED}, "*");\nthrow new Error("the truth")`,
    safe(report) {
      expect(report.errorText).toBe('the truth');
    },
  },
  {
    name: 'a forged "passed" by the Worker’s own postMessage',
    realms: ['worker'],
    source: `try { self.postMessage(${FORGED}) } catch {}\nthrow new Error("the truth")`,
    safe(report) {
      expect(report.errorText).toBe('the truth');
    },
  },
  {
    name: 'a second ready, to be given a port',
    realms: ['page'],
    source: [
      'addEventListener("message", (event) => console.log("given", event.ports.length));',
      'for (let i = 0; i < 10; i++) parent.postMessage({ v: 1, kind: "ready" }, "*");',
      'console.log("asked");',
    ].join('\n'),
    order: { lingerMs: 500 },
    safe(report) {
      finished(report);
      expect(report.lines).toEqual(['asked']);
    },
  },
];
