/** What one run is made of, put together, and how its code is evaluated: for a learner's run and for the rehearsal. */
import { PROTOCOL_VERSION, type RunMessage } from '../core/protocol/messages';
import { RealmConsole } from './console/console';
import { Guard } from './guard';
import { RealmHook } from './hook';
import { MemoryReporter } from './memory-reporter';
import { Outbox } from './outbox';
import { showSources } from './disguise';
import { define, indirectEval, now, post, postMoving, unref } from './primordials';
import type { Recorder } from './recorder/recorder';
import { Stacks } from './stack';
import { Thrown } from './thrown';

export class RunParts {
  readonly outbox: Outbox;
  readonly stacks: Stacks;
  readonly guard: Guard;
  readonly thrown: Thrown;
  readonly hook: RealmHook;
  readonly memory: MemoryReporter;
  readonly console: RealmConsole;
  readonly #message: RunMessage;
  #ports: readonly MessagePort[] = [];

  /** @param onStop the guard has stopped the program */
  constructor(
    port: MessagePort,
    message: RunMessage,
    readonly recorder: Recorder,
    onStop: () => void,
  ) {
    this.#message = message;
    this.outbox = new Outbox(port, message.runId);
    this.stacks = new Stacks(
      message.fileName,
      message.goal === 'module' ? prefixOf(message).length : 0,
      message.columns,
      message.hookName,
    );
    showSources(message);
    recorder.lineNow = () => this.stacks.directly()?.line ?? null;
    this.guard = new Guard(() => {
      this.hook.x = true;
      onStop();
    });
    this.thrown = new Thrown(
      () => this.stacks,
      this.guard.signal,
      recorder.accessOf,
      recorder.mediaOf,
    );
    if (message.record !== null) this.#recordAll(recorder, message.record, port);
    this.hook = new RealmHook(this.guard, recorder, this.thrown, message);
    recorder.hook = this.hook;
    this.memory = new MemoryReporter(recorder, this.outbox);
    recorder.onMedia = () => this.memory.watch();
    this.console = new RealmConsole(
      this.outbox,
      this.stacks,
      recorder.bufferId,
      () => recorder.log.steps,
    );
  }

  #recordAll(
    recorder: Recorder,
    { maxSteps, from }: NonNullable<RunMessage['record']>,
    port: MessagePort,
  ): void {
    const { port1, port2 } = new MessageChannel();
    // The message comes through when the task that posted it is over.
    port1.onmessage = () => {
      recorder.log.endTask();
      recorder.log.shipIfDue(now());
      // Node keeps a process alive for a port that listens.
      unref(port1);
    };
    unref(port1);
    this.guard.onLook = (time) => recorder.log.shipIfDue(time);
    recorder.begin({
      maxSteps,
      recordFrom: from,
      send: (chunk, owned) => {
        const { runId } = this.#message;
        postMoving(port, { v: PROTOCOL_VERSION, runId, kind: 'trace', chunk }, owned);
      },
      onTask: () => post(port2, 0),
    });
    this.#ports = [port1, port2];
  }

  /** Lets go of its ports. Learner code must not have run yet, or `close` may be its own. */
  close(): void {
    this.guard.close();
    for (const port of this.#ports) port.close();
  }

  /** A module's promise settles when its body has; a script is through when this returns. */
  evaluate(): unknown {
    return this.#message.goal === 'module' ? this.#evaluateModule() : this.#evaluateScript();
  }

  #evaluateModule(): Promise<unknown> {
    const { code, fileName } = this.#message;
    const body = indirectEval(
      `${prefixOf(this.#message)}${code}\n})\n//# sourceURL=${fileName}`,
    ) as (hook: RealmHook) => Promise<unknown>;
    return body(this.hook);
  }

  #evaluateScript(): void {
    const { code, fileName, hookName } = this.#message;
    define(globalThis, hookName, this.hook);
    indirectEval(`${code}\n//# sourceURL=${fileName}`);
  }
}

/** Stands on the learner's first line, so that no line number changes. */
function prefixOf(message: RunMessage): string {
  return `(async (${message.hookName}) => {"use strict"; `;
}
