/**
 * Page realms: an iframe per run, inside the bench's own pane. An iframe cannot be moved without loading again (not in
 * every browser), so a spare is booted, unseen, in the pane it is going to be shown in.
 */
import { afterPaint } from '../core/after-paint';
import { RealmFrame, type FrameOptions } from './frame';
import { Seat, type Seating } from './seat';
import { hide } from './worker-pool';

/** Panes that may hold a spare at once: each costs a process in Chromium. */
const MAX_SPARES = 2;

interface Place {
  readonly seat: Seat;
  readonly frame: RealmFrame;
}

export class PagePool {
  readonly #options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>;
  readonly #title: string;
  readonly #spares = new Map<HTMLElement, Place>();
  readonly #places = new Set<Place>();

  constructor(options: Omit<FrameOptions, 'mode' | 'parent' | 'decorate'>, title: string) {
    this.#options = options;
    this.#title = title;
  }

  /** The seats of one pane. */
  at(mount: HTMLElement): Seating {
    return { take: () => this.#take(mount), refill: () => this.#refill(mount) };
  }

  /** Passes the reader's colour scheme on to what is on screen and to the spares. */
  setScheme(scheme: 'light' | 'dark'): void {
    for (const { frame } of this.#places) frame.post({ kind: 'scheme', scheme });
  }

  dispose(): void {
    this.#spares.clear();
    for (const { seat, frame } of this.#places) {
      seat.end();
      // One that has ended may still be waiting for a paint.
      frame.remove();
    }
    this.#places.clear();
  }

  #take(mount: HTMLElement): Seat {
    const spare = this.#spares.get(mount);
    this.#spares.delete(mount);
    const { seat, frame } = spare?.seat.free === true ? spare : this.#makePlace(mount);
    // Not in the frame that answers the press: Chromium holds that one back until the new iframe has drawn, which its
    // program keeps it from.
    frame.whenBooted(() =>
      afterPaint(() => {
        if (frame.element !== null) show(frame.element);
      }),
    );
    return seat;
  }

  #refill(mount: HTMLElement): void {
    if (this.#spares.get(mount)?.seat.free === true) return;
    this.#spares.set(mount, this.#makePlace(mount));
    for (const [pane, { seat }] of this.#spares) {
      if (this.#spares.size <= MAX_SPARES) break;
      this.#spares.delete(pane);
      seat.end();
    }
  }

  #makePlace(mount: HTMLElement): Place {
    const seat = new Seat((when) => {
      const leave = () => {
        this.#places.delete(place);
        frame.remove();
      };
      if (when === 'now') leave();
      else afterPaint(leave);
    });
    const frame = new RealmFrame({
      ...this.#options,
      mode: 'page',
      parent: mount,
      decorate: (element) => {
        element.title = this.#title;
        // As large as it is shown: a realm hears of another size later than of its program, which would measure this one.
        hide(element, '100%');
      },
      nuisance: () => {
        // Away with it first: every message it sends until then is work for this thread.
        frame.remove();
        seat.lose('flood');
      },
    });
    const place: Place = { seat, frame };
    this.#places.add(place);
    frame.whenBooted((booted) => {
      if (!this.#places.has(place)) return;
      if (booted) seat.boot((port) => frame.post({ kind: 'run-page', runId: 'page' }, [port]));
      else seat.lose('never-booted');
    });
    return place;
  }
}

function show(element: HTMLIFrameElement): void {
  element.removeAttribute('aria-hidden');
  element.removeAttribute('tabindex');
  element.style.cssText = 'display:block;inline-size:100%;block-size:100%;border:0';
}
