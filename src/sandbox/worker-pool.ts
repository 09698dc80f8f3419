/**
 * Worker realms: one hidden frame for the whole page, a fresh Worker inside it for every run, and a spare that is up
 * before it is needed. The learner's code never runs on the frame's own thread, so the frame can always end a Worker.
 */
import type { FromFrame } from './control-messages';
import { countdown, type Countdown } from './countdown';
import { RealmFrame, type FrameOptions } from './frame';
import { Seat, type Seating } from './seat';

/** How long the frame may take to say that a Worker is gone before it counts as hung or crashed itself. */
const TERMINATE_MS = 1000;

export class WorkerPool implements Seating {
  readonly #options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>;
  readonly #title: string;
  /** By the name under which the frame knows the Worker. */
  readonly #seats = new Map<string, Seat>();
  readonly #terminating = new Map<string, Countdown>();
  #frame: RealmFrame | null = null;
  #spare: Seat | null = null;
  #named = 0;

  constructor(options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>, title: string) {
    this.#options = options;
    this.#title = title;
  }

  refill(): void {
    if (this.#spare?.free !== true) this.#spare = this.#makeSeat();
  }

  take(): Seat {
    const seat = this.#spare?.free === true ? this.#spare : this.#makeSeat();
    this.#spare = null;
    return seat;
  }

  dispose(): void {
    this.#spare = null;
    this.#seats.clear();
    for (const waiting of this.#terminating.values()) waiting.cancel();
    this.#terminating.clear();
    this.#frame?.remove();
    this.#frame = null;
  }

  #makeSeat(): Seat {
    const name = `worker-${this.#named++}`;
    const frame = this.#ensureFrame();
    const seat = new Seat(() => this.#terminate(name));
    this.#seats.set(name, seat);
    frame.whenBooted((booted) => {
      if (this.#seats.get(name) !== seat) return;
      if (booted) seat.boot((port) => frame.post({ kind: 'start-worker', runId: name }, [port]));
      else seat.lose('never-booted');
    });
    return seat;
  }

  #terminate(name: string): void {
    if (!this.#seats.delete(name) || this.#frame === null) return;
    this.#frame.post({ kind: 'terminate', runId: name });
    this.#terminating.set(
      name,
      countdown(TERMINATE_MS, () => this.#replaceFrame()),
    );
  }

  /** Away with a frame that does not answer, and with all that lived in it. */
  #replaceFrame(): void {
    const orphans = [...this.#seats.values()];
    this.dispose();
    for (const seat of orphans) seat.lose('replaced');
    this.refill();
  }

  #heard(message: FromFrame): void {
    switch (message.kind) {
      case 'terminated':
        this.#terminating.get(message.runId)?.cancel();
        this.#terminating.delete(message.runId);
        return;
      case 'worker-failed':
        // An error that a running Worker lets out comes here too; whoever runs on the seat knows better.
        if (message.runId !== null) this.#seats.get(message.runId)?.lose('failed');
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
          hide(element, '1px');
        },
        heard: (message) => this.#heard(message),
        nuisance: () => this.#replaceFrame(),
        closed: () => this.#replaceFrame(),
      });
    }
    return this.#frame;
  }
}

/**
 * Out of sight, out of the tab order and out of the accessibility tree, but not `display: none`, which Firefox boots oddly.
 *
 * @param size of both sides, in CSS
 */
export function hide(element: HTMLIFrameElement, size: string): void {
  element.setAttribute('aria-hidden', 'true');
  element.tabIndex = -1;
  element.style.cssText = `position:absolute;inset:0 auto auto 0;inline-size:${size};block-size:${size};border:0;visibility:hidden;pointer-events:none`;
}
