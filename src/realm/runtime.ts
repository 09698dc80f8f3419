/**
 * One run in this realm, from the host's `run` message to `settled` and beyond. `prepareRealm` is called when the realm
 * boots, before any learner code; `runOn` when the run's port arrives.
 */
import {
  PROTOCOL_VERSION,
  RUN_BUDGET,
  type NetEventMessage,
  type PokeMessage,
  type RunMessage,
  type ServeCallMessage,
} from '../core/protocol/messages';
import type { ControlMessage } from '../core/protocol/control';
import type { ErrorReport } from '../core/trace/run';
import { RealmControls } from './controls';
import { disguise, disguiseSource } from './disguise';
import { replaceHistory } from './history';
import { installNetwork, type InstalledNetwork } from './net/install';
import { RunPort } from './net/run-port';
import { limitWorkers, replaceDialogs, replaceNetwork, replaceWorkerScope } from './network';
import { every, later, messageData, now, unref, whenSettled } from './primordials';
import { ProbeRunner } from './probes';
import { watchProxies } from './proxies';
import { watchDataView } from './recorder/data-view';
import { watchNatives } from './recorder/natives';
import { Recorder } from './recorder/recorder';
import { rehearse } from './rehearsal';
import { RunParts } from './run-parts';
import type { Position } from './stack';
import { shieldTimers } from './timers';

/** What differs between the realms: how an uncaught error is heard of, and what has to be replaced there. */
export interface Environment {
  readonly kind: 'worker' | 'page' | 'node';
  /** Calls back for every error and rejection that nobody caught; it answers whether that was one of the realm's own. */
  listen(
    uncaught: (value: unknown, origin: 'throw' | 'rejection', at: UncaughtAt | null) => boolean,
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
  let run: RealmRun | null = null;
  const say = (sentence: string): void => run?.say(sentence);
  replaceDialogs(say);
  replaceHistory(say);
  if (environment.kind === 'worker') replaceWorkerScope(say);
  // Node's timers are objects, which nobody guesses.
  if (environment.kind !== 'node') shieldTimers();
  // Nobody waits for a recording in Node.
  if (environment.kind !== 'node') {
    rehearse();
    recorder.prepare();
  }
  let used = false;
  return {
    runOn(port) {
      if (used) return;
      used = true;
      port.onmessage = (event) => {
        const data = messageData(event);
        if (run !== null) {
          if (isPokeMessage(data)) run.poke(data);
          else if (isNetMessage(data)) run.network?.take(data);
          else if (isControlMessage(data)) run.control(data);
          return;
        }
        if (!isRunMessage(data)) return;
        run = new RealmRun(port, data, recorder, environment);
        run.start();
        // Node: the host's port must not keep the process alive once the program is done, unless answers come through it.
        if (data.network === undefined) unref(port);
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

function isPokeMessage(data: unknown): data is PokeMessage {
  const message = data as Partial<PokeMessage> | null;
  return typeof message === 'object' && message !== null && message.kind === 'poke';
}

function isNetMessage(data: unknown): data is NetEventMessage | ServeCallMessage {
  const message = data as Partial<NetEventMessage | ServeCallMessage> | null;
  return (
    typeof message === 'object' &&
    message !== null &&
    (message.kind === 'net' || message.kind === 'serve')
  );
}

function isControlMessage(data: unknown): data is ControlMessage {
  const message = data as Partial<ControlMessage> | null;
  return typeof message === 'object' && message !== null && message.kind === 'control';
}

/** Uncaught errors that are told; a timer that throws at each tick says nothing new after so many. */
const TOLD_ERRORS = 100;

const MORE_ERRORS: ErrorReport = {
  name: 'Error',
  message: `More than ${TOLD_ERRORS} errors were not caught; the others are not shown.`,
  line: null,
  column: null,
  origin: 'throw',
};

const UNREADABLE = { name: 'Error', message: 'What was thrown cannot be read.' } as const;

/** A run of which a part could not be told must not pass for one that went well. */
const LOST: ErrorReport = {
  name: 'Error',
  message:
    'The sandbox could not read all of this run: the code has replaced something that reading it needs.',
  line: null,
  column: null,
  origin: 'throw',
};

/** How long the realm's own rejection is waited for, where an engine should never tell of it. */
const LAST_REJECTION_MS = 500;

/** A promise that is rejected with this, and has nobody: made by the language, not by what learner code may replace. */
// eslint-disable-next-line @typescript-eslint/require-await -- it is async for its promise alone
async function leave(value: unknown): Promise<never> {
  throw value;
}

function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

class RealmRun {
  readonly #message: RunMessage;
  readonly #environment: Environment;
  readonly #parts: RunParts;
  /** Null for a program without a network. */
  readonly network: RunPort | null;
  readonly #installed: InstalledNetwork | null;
  /** Read before the program runs: a message without them would be asked for them on Object.prototype. */
  readonly #probes: ProbeRunner | null;
  /** Null for a program without controls. */
  readonly #controls: RealmControls | null;
  /** Left to nobody behind the calls of probes. */
  readonly #lastRejection = {};
  #startedAt = 0;
  #settled = false;
  #stoppedInBody = false;
  #uncaughtErrors = 0;

  constructor(
    port: MessagePort,
    message: RunMessage,
    recorder: Recorder,
    environment: Environment,
  ) {
    this.#message = message;
    this.#environment = environment;
    // A program whose awaited work was stopped never comes to its end by itself.
    this.#parts = new RunParts(port, message, recorder, () => {
      later(() => this.#settle('guard', null), 0);
    });
    const { probes, controls, network } = message;
    this.network = network === undefined ? null : new RunPort(port, message.runId);
    this.#installed =
      network !== undefined && this.network !== null
        ? installNetwork(network, this.network, recorder)
        : null;
    this.#probes = probes === undefined ? null : new ProbeRunner(this.#parts, probes);
    this.#controls =
      controls === undefined
        ? null
        : new RealmControls(
            controls,
            (error) => this.#tell(error, 'throw', null),
            () => this.#parts.memory.attend(),
          );
    this.#controls?.install();
  }

  /** A sentence of the sandbox's own, in the learner's console. */
  say(sentence: string): void {
    this.#parts.console.say('info', sentence);
  }

  /** The reader's own edit of a byte: a step like any other, and there for every callback that runs later. */
  poke({ bufferId, byteOffset, value }: PokeMessage): void {
    if (!this.#settled) return;
    this.#parts.recorder.poke(bufferId, byteOffset, value);
    this.#parts.memory.reportChanges();
  }

  /** The reader has moved a control. */
  control(message: ControlMessage): void {
    this.#controls?.set(message);
  }

  start(): void {
    const { console, outbox, memory, guard } = this.#parts;
    console.install();
    this.#environment.listen((value, origin, at) => this.#uncaught(value, origin, at));
    this.#environment.whenIdle?.(() => {
      outbox.flush();
      memory.reportChanges();
    });
    unref(every(() => outbox.send({ kind: 'alive' }), RUN_BUDGET.aliveEveryMs));
    outbox.send({ kind: 'started' });
    this.#environment.prepare?.(this.#message);
    this.#startedAt = now();
    guard.start(this.#message.guardMs);
    this.#execute();
  }

  /** Nothing here awaits: learner code may own `Promise.prototype` by the time there is something to wait for. */
  #execute(): void {
    let ending: unknown;
    try {
      ending = this.#parts.evaluate();
    } catch (value) {
      this.#threw(value);
      return;
    }
    if (this.#message.goal === 'script') {
      this.#finished();
      return;
    }
    whenSettled(
      ending as Promise<unknown>,
      () => this.#finished(),
      (value) => this.#threw(value),
    );
  }

  /** The body has run to its end. */
  #finished(): void {
    if (this.#probes === null) this.#settle('finished', null);
    else
      this.#probes.run(() => {
        // A rejection that a call left to nobody is part of the attempt, and is told in a task of its own, at a time that
        // engines choose. They are told in order: one of our own comes behind it. (Firefox writes every rejection in a
        // Worker into its console, whatever a listener prevents: this one too.)
        unref(later(() => this.#settle('finished', null), LAST_REJECTION_MS));
        void leave(this.#lastRejection);
      });
  }

  #threw(value: unknown): void {
    const { thrown } = this.#parts;
    if (thrown.isSignal(value)) this.#settle('guard', null);
    else this.#settle('threw', this.#report(value, 'throw'));
  }

  /** A window of another origin can be thrown too, and lets nobody read it. */
  #report(
    value: unknown,
    origin: ErrorReport['origin'],
    position: Position | null = null,
  ): ErrorReport {
    try {
      return this.#parts.thrown.report(value, origin, position);
    } catch {
      return { ...UNREADABLE, line: position?.line ?? null, column: null, origin };
    }
  }

  #settle(outcome: 'finished' | 'threw' | 'guard', error: ErrorReport | null): void {
    if (this.#settled) return;
    this.#settled = true;
    const durationMs = now() - this.#startedAt;
    // A server half that failed lets nobody in: whoever waits is told why it does not run.
    if (outcome === 'finished') this.#installed?.bodyEnded();
    this.#parts.outbox.whenBlobsAreRead(() => this.#sendSettled(outcome, error, durationMs));
  }

  #sendSettled(
    outcome: 'finished' | 'threw' | 'guard',
    error: ErrorReport | null,
    durationMs: number,
  ): void {
    const { outbox, memory, guard } = this.#parts;
    // The end is told, whatever learner code has done to what these two read.
    const isSaid = succeeds(() => outbox.flush());
    const isWhole = succeeds(() => memory.report()) && isSaid;
    const { stopped } = guard;
    this.#stoppedInBody = stopped;
    const told = isWhole ? { outcome, error } : { outcome: 'threw' as const, error: error ?? LOST };
    outbox.send({
      kind: 'settled',
      outcome: stopped ? 'guard' : told.outcome,
      error: stopped ? null : told.error,
      line: guard.stoppedLine,
      durationMs,
      probes: this.#probes === null ? null : this.#probes.results,
    });
    memory.watch();
  }

  /** @returns whether it was the realm's own */
  #uncaught(value: unknown, origin: 'throw' | 'rejection', at: UncaughtAt | null): boolean {
    if (value === this.#lastRejection) {
      this.#settle('finished', null);
      return true;
    }
    this.#tell(value, origin, at);
    return false;
  }

  #tell(value: unknown, origin: 'throw' | 'rejection', at: UncaughtAt | null): void {
    // What the guard unwound is told once: by settling, or as an error of a callback that ran after.
    if (this.#parts.thrown.isSignal(value) && (!this.#settled || this.#stoppedInBody)) return;
    this.#uncaughtErrors++;
    if (this.#uncaughtErrors > TOLD_ERRORS) {
      if (this.#uncaughtErrors === TOLD_ERRORS + 1) this.#sendError(MORE_ERRORS);
      return;
    }
    const own = at !== null && this.#parts.stacks.isLearners(at.file);
    const position = own ? this.#parts.stacks.position(at.line, at.column) : null;
    const error = this.#parts.thrown.isSignal(value)
      ? this.#stoppedLater()
      : this.#report(value, origin, position);
    this.#sendError(error);
  }

  #sendError(error: ErrorReport): void {
    this.#parts.outbox.flush();
    this.#parts.outbox.send({ kind: 'error', error });
  }

  /** A callback that ran after the body had settled was stopped by the guard. */
  #stoppedLater(): ErrorReport {
    return {
      name: 'Stopped',
      message: `A callback ran for ${this.#message.guardMs / 1000} s without a pause, so it was stopped.`,
      line: this.#parts.guard.stoppedLine,
      column: null,
      origin: 'throw',
    };
  }
}
