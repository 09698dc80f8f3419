/**
 * Worker realms: one hidden frame for the whole page, a fresh Worker inside it for every run, and a spare that is up
 * before it is needed. The learner's code never runs on the frame's own thread, so the frame can always end a Worker.
 */
import { countdown, type Countdown } from './countdown';
import { RealmFrame, type FrameOptions, type FromFrame } from './frame';
import type { SeatEvents } from './live-run';

/** How long the frame may take to say that a Worker is gone before it counts as hung or crashed itself. */
const TERMINATE_MS = 1000;

export class WorkerPool {
  readonly #options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>;
  readonly #title: string;
  readonly #running = new Map<string, SeatEvents>();
  readonly #terminating = new Map<string, Countdown>();
  #frame: RealmFrame | null = null;

  constructor(options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>, title: string) {
    this.#options = options;
    this.#title = title;
  }

  /** Boots the frame, or a spare Worker in it, if there is none. */
  warm(): void {
    const frame = this.#ensureFrame();
    frame.whenBooted(() => frame.post({ kind: 'spare' }));
  }

  /** Gives the run's port to a fresh Worker. */
  start(runId: string, port: MessagePort, events: SeatEvents): void {
    const frame = this.#ensureFrame();
    this.#running.set(runId, events);
    frame.whenBooted((booted) => {
      if (this.#running.get(runId) !== events) return;
      if (booted) {
        frame.post({ kind: 'start-worker', runId }, [port]);
        events.booted();
      } else {
        this.#running.delete(runId);
        events.gone('never-booted');
      }
    });
  }

  end(runId: string): void {
    if (!this.#running.delete(runId) || this.#frame === null) return;
    this.#frame.post({ kind: 'terminate', runId });
    this.#terminating.get(runId)?.cancel();
    this.#terminating.set(
      runId,
      countdown(TERMINATE_MS, () => this.replaceFrame()),
    );
  }

  /** Away with a frame that does not answer, and with all that lived in it. */
  replaceFrame(): void {
    const orphans = [...this.#running.values()];
    this.dispose();
    for (const { gone } of orphans) gone('replaced');
    this.warm();
  }

  dispose(): void {
    this.#running.clear();
    for (const waiting of this.#terminating.values()) waiting.cancel();
    this.#terminating.clear();
    this.#frame?.remove();
    this.#frame = null;
  }

  #heard(message: FromFrame): void {
    switch (message.kind) {
      case 'terminated':
        this.#terminating.get(message.runId)?.cancel();
        this.#terminating.delete(message.runId);
        return;
      case 'worker-failed':
        // A spare that failed is made again when a run asks for it.
        if (message.runId !== null) this.#running.get(message.runId)?.gone('failed');
        return;
      case 'spare-ready':
        return;
    }
  }

  #ensureFrame(): RealmFrame {
    if (this.#frame?.usable !== true) {
      this.#frame = new RealmFrame({
        ...this.#options,
        mode: 'worker',
        parent: document.body,
        decorate: (element) => {
          element.title = this.#title;
          hide(element);
        },
        heard: (message) => this.#heard(message),
        closed: () => this.replaceFrame(),
      });
    }
    return this.#frame;
  }
}

/** Out of sight, out of the tab order and out of the accessibility tree, but not `display: none`, which Firefox boots oddly. */
export function hide(element: HTMLIFrameElement): void {
  element.setAttribute('aria-hidden', 'true');
  element.tabIndex = -1;
  element.style.cssText =
    'position:absolute;inline-size:1px;block-size:1px;border:0;visibility:hidden;pointer-events:none';
}
