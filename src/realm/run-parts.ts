/** What one run is made of, put together, and how its code is evaluated: for a learner's run and for the rehearsal. */
import type { RunMessage } from '../core/protocol/messages';
import { RealmConsole } from './console/console';
import { Guard } from './guard';
import { RealmHook } from './hook';
import { MemoryReporter } from './memory-reporter';
import { Outbox } from './outbox';
import { define, indirectEval } from './primordials';
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

  /** @param onStop the guard has stopped the program */
  constructor(port: MessagePort, message: RunMessage, recorder: Recorder, onStop: () => void) {
    this.#message = message;
    this.outbox = new Outbox(port, message.runId);
    this.stacks = new Stacks(
      message.fileName,
      message.goal === 'module' ? prefixOf(message).length : 0,
      message.columns,
    );
    recorder.lineNow = () => this.stacks.directly()?.line ?? null;
    this.guard = new Guard(() => {
      this.hook.x = true;
      onStop();
    });
    this.thrown = new Thrown(() => this.stacks, this.guard.signal, recorder.accessOf);
    this.hook = new RealmHook(this.guard, recorder, this.thrown, message.fileName);
    this.memory = new MemoryReporter(recorder.registry, this.outbox);
    this.console = new RealmConsole(this.outbox, this.stacks, recorder.bufferId);
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
