/**
 * Page realms: an iframe per run, inside the bench's own pane. An iframe cannot be moved without loading again (not in
 * every browser), so a spare is booted, unseen, in the pane it is going to be shown in.
 */
import { RealmFrame, type FrameOptions } from './frame';
import type { SeatEvents } from './live-run';
import { hide } from './worker-pool';

/** Panes that may hold a spare at once: each costs a process in Chromium. */
const MAX_SPARES = 2;

export class PagePool {
  readonly #options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>;
  readonly #title: string;
  readonly #spares = new Map<HTMLElement, RealmFrame>();
  readonly #running = new Map<
    string,
    { readonly frame: RealmFrame; readonly events: SeatEvents }
  >();

  constructor(options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>, title: string) {
    this.#options = options;
    this.#title = title;
  }

  warm(mount: HTMLElement): void {
    if (this.#spares.get(mount)?.usable === true) return;
    this.#spares.set(mount, this.#boot(mount));
    for (const [pane, spare] of this.#spares) {
      if (this.#spares.size <= MAX_SPARES) break;
      spare.remove();
      this.#spares.delete(pane);
    }
  }

  /** Runs on the pane's spare, or on a frame that boots now. */
  start(runId: string, port: MessagePort, mount: HTMLElement, events: SeatEvents): void {
    const spare = this.#spares.get(mount);
    this.#spares.delete(mount);
    const frame = spare?.usable === true ? spare : this.#boot(mount);
    this.#running.set(runId, { frame, events });
    frame.whenBooted((booted) => {
      if (this.#running.get(runId)?.frame !== frame) return;
      if (!booted) {
        this.#running.delete(runId);
        return events.gone('never-booted');
      }
      if (frame.element !== null) show(frame.element);
      frame.post({ kind: 'run-page', runId }, [port]);
      events.booted();
    });
  }

  end(runId: string): void {
    const running = this.#running.get(runId);
    this.#running.delete(runId);
    running?.frame.remove();
  }

  /** Passes the reader's colour scheme on to what is on screen and to the spares. */
  setScheme(scheme: 'light' | 'dark'): void {
    for (const frame of this.#frames()) frame.post({ kind: 'scheme', scheme });
  }

  dispose(): void {
    const frames = this.#frames();
    this.#running.clear();
    this.#spares.clear();
    for (const frame of frames) frame.remove();
  }

  #frames(): RealmFrame[] {
    return [...[...this.#running.values()].map(({ frame }) => frame), ...this.#spares.values()];
  }

  #nuisance(from: RealmFrame): void {
    for (const [runId, { frame, events }] of this.#running) {
      if (frame !== from) continue;
      // Away with it first: every message it sends until then is work for this thread.
      this.end(runId);
      events.gone('flood');
    }
  }

  #boot(mount: HTMLElement): RealmFrame {
    const frame = new RealmFrame({
      ...this.#options,
      mode: 'page',
      nuisance: () => this.#nuisance(frame),
      parent: mount,
      decorate: (element) => {
        element.title = this.#title;
        hide(element);
      },
    });
    return frame;
  }
}

function show(element: HTMLIFrameElement): void {
  element.removeAttribute('aria-hidden');
  element.removeAttribute('tabindex');
  element.style.cssText = 'display:block;inline-size:100%;block-size:100%;border:0';
}
