/**
 * One run in this realm, from the host's `run` message to `settled` and beyond. `prepareRealm` is called when the realm
 * boots, before any learner code; `runOn` when the run's port arrives.
 */
import { PROTOCOL_VERSION, RUN_BUDGET, type RunMessage } from '../core/protocol/messages';
import type { ErrorReport } from '../core/trace/run';
import { RealmConsole } from './console/console';
import { disguise, disguiseSource } from './disguise';
import { Guard } from './guard';
import { RealmHook } from './hook';
import { limitWorkers, replaceDialogs, replaceNetwork, replaceWorkerScope } from './network';
import { define, every, indirectEval, later, now, unref } from './primordials';
import { MemoryReporter } from './memory-reporter';
import { Outbox } from './outbox';
import { watchProxies } from './proxies';
import { watchDataView } from './recorder/data-view';
import { watchNatives } from './recorder/natives';
import { Recorder } from './recorder/recorder';
import { Stacks, type Position } from './stack';
import { Thrown } from './thrown';

/** What differs between the realms: how an uncaught error is heard of, and what has to be replaced there. */
export interface Environment {
  readonly kind: 'worker' | 'page' | 'node';
  /** Calls back for every error and rejection that learner code did not catch. */
  listen(
    uncaught: (value: unknown, origin: 'throw' | 'rejection', at: UncaughtAt | null) => void,
  ): void;
  /** Calls back when nothing is left that could run. Browsers never know; Node does, and ends. */
  whenIdle?(callback: () => void): void;
  /** Puts the snippet's own HTML on the page. */
  prepare?(message: RunMessage): void;
}
export interface UncaughtAt extends Position {
  readonly file: unknown;
}

export interface Realm {
  /** Starts the port and runs what comes through it. Once. */
  runOn(port: MessagePort): void;
}

export function prepareRealm(environment: Environment): Realm {
  const recorder = new Recorder();
  watchProxies(disguise);
  watchNatives(recorder);
  watchDataView(recorder);
  disguiseSource();
  replaceNetwork();
  limitWorkers(RUN_BUDGET.workers);
  let used = false;
  return {
    runOn(port) {
      if (used) return;
      used = true;
      let heard = false;
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (heard || !isRunMessage(data)) return;
        heard = true;
        new RealmRun(port, data, recorder, environment).start();
        // Node: the host's port must not keep the process alive once the program is done.
        unref(port);
      };
    },
  };
}

function isRunMessage(data: unknown): data is RunMessage {
  const message = data as Partial<RunMessage> | null;
  return (
    typeof message === 'object' &&
    message !== null &&
    message.v === PROTOCOL_VERSION &&
    message.kind === 'run' &&
    typeof message.code === 'string'
  );
}

class RealmRun {
  readonly #message: RunMessage;
  readonly #environment: Environment;
  readonly #outbox: Outbox;
  readonly #guard: Guard;
  readonly #thrown: Thrown;
  readonly #stacks: Stacks;
  readonly #hook: RealmHook;
  readonly #memory: MemoryReporter;
  readonly #console: RealmConsole;
  #startedAt = 0;
  #settled = false;
  #stoppedInBody = false;

  constructor(
    port: MessagePort,
    message: RunMessage,
    recorder: Recorder,
    environment: Environment,
  ) {
    this.#message = message;
    this.#environment = environment;
    this.#outbox = new Outbox(port, message.runId);
    this.#stacks = new Stacks(
      message.fileName,
      message.goal === 'module' ? prefixOf(message).length : 0,
      message.columns,
    );
    recorder.lineNow = () => this.#stacks.directly()?.line ?? null;
    // A program whose awaited work was stopped never comes to its end by itself.
    this.#guard = new Guard(() => {
      this.#hook.x = true;
      later(() => void this.#settle('guard', null), 0);
    });
    this.#thrown = new Thrown(() => this.#stacks, this.#guard.signal);
    this.#hook = new RealmHook(this.#guard, recorder, this.#thrown, message.fileName);
    this.#memory = new MemoryReporter(recorder.registry, this.#outbox);
    this.#console = new RealmConsole(this.#outbox, this.#stacks, recorder.bufferId);
  }

  start(): void {
    const { guardMs } = this.#message;
    this.#console.install();
    const say = (sentence: string): void => this.#console.say('info', sentence);
    replaceDialogs(say);
    if (this.#environment.kind === 'worker') replaceWorkerScope(say);
    this.#environment.listen((value, origin, at) => this.#uncaught(value, origin, at));
    this.#environment.whenIdle?.(() => {
      this.#outbox.flush();
      this.#memory.reportChanges();
    });
    unref(every(() => this.#outbox.send({ kind: 'alive' }), RUN_BUDGET.aliveEveryMs));
    this.#outbox.send({ kind: 'started' });
    this.#environment.prepare?.(this.#message);
    this.#startedAt = now();
    this.#guard.start(guardMs);
    void this.#execute();
  }

  async #execute(): Promise<void> {
    try {
      if (this.#message.goal === 'module') await this.#evaluateModule();
      else this.#evaluateScript();
      await this.#settle('finished', null);
    } catch (value) {
      if (this.#thrown.isSignal(value)) await this.#settle('guard', null);
      else await this.#settle('threw', this.#thrown.report(value, 'throw'));
    }
  }

  #evaluateModule(): unknown {
    const { code } = this.#message;
    const body = indirectEval(
      `${prefixOf(this.#message)}${code}\n})\n//# sourceURL=${this.#message.fileName}`,
    ) as (hook: RealmHook) => Promise<unknown>;
    return body(this.#hook);
  }

  #evaluateScript(): void {
    const { code, fileName, hookName } = this.#message;
    define(globalThis, hookName, this.#hook);
    indirectEval(`${code}\n//# sourceURL=${fileName}`);
  }

  async #settle(outcome: 'finished' | 'threw' | 'guard', error: ErrorReport | null): Promise<void> {
    if (this.#settled) return;
    this.#settled = true;
    const durationMs = now() - this.#startedAt;
    await this.#outbox.blobsRead();
    this.#outbox.flush();
    this.#memory.report();
    const stopped = this.#guard.stopped;
    this.#stoppedInBody = stopped;
    this.#outbox.send({
      kind: 'settled',
      outcome: stopped ? 'guard' : outcome,
      error: stopped ? null : error,
      line: this.#guard.stoppedLine,
      durationMs,
    });
    this.#memory.watch();
  }

  #uncaught(value: unknown, origin: 'throw' | 'rejection', at: UncaughtAt | null): void {
    // What the guard unwound is told once: by settling, or as an error of a callback that ran after.
    if (this.#thrown.isSignal(value) && (!this.#settled || this.#stoppedInBody)) return;
    const own = at !== null && this.#stacks.isLearners(at.file);
    const position = own ? this.#stacks.position(at.line, at.column) : null;
    const error = this.#thrown.isSignal(value)
      ? this.#stoppedLater()
      : this.#thrown.report(value, origin, position);
    this.#outbox.flush();
    this.#outbox.send({ kind: 'error', error });
  }

  /** A callback that ran after the body had settled was stopped by the guard. */
  #stoppedLater(): ErrorReport {
    return {
      name: 'Stopped',
      message: `A callback ran for ${this.#message.guardMs / 1000} s without a pause, so it was stopped.`,
      line: this.#guard.stoppedLine,
      column: null,
      origin: 'throw',
    };
  }
}

/** Stands on the learner's first line, so that no line number changes. */
function prefixOf(message: RunMessage): string {
  return `(async (${message.hookName}) => {"use strict"; `;
}
