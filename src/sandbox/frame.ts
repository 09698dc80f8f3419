/** One opaque iframe: its attributes, its handshake (src/realm/README.md) and its control port. */
import { PROTOCOL_VERSION } from '../core/protocol/messages';
import type { RealmKind } from '../core/trace/run';
import { Allowance } from '../core/protocol/allowance';
import {
  CONTROL_BUDGET,
  parseFromFrame,
  type ControlMessage,
  type FromFrame,
} from './control-messages';
import { countdown } from './countdown';
import type { Doorbell } from './doorbell';
import type { OriginBook } from './origin-book';
import type { Scheme } from './scheme';

/** How long a candidate origin may take to answer its handshake. */
export const HANDSHAKE_MS = 3000;

export interface FrameOptions {
  readonly mode: RealmKind;
  readonly realmPath: string;
  readonly origins: OriginBook;
  readonly doorbell: Doorbell;
  /** The page's colour scheme at this moment. */
  readonly scheme: () => Scheme;
  readonly parent: HTMLElement;
  /** Sets title, style and what else the frame's use asks for, before it is inserted. */
  decorate(element: HTMLIFrameElement): void;
  /** What the frame says through its control port; nothing of the learner's can write to it. */
  heard?(message: FromFrame): void;
  /** It keeps ringing (doorbell.ts), or says more through its control port than a frame ever has to. */
  nuisance?(): void;
  /** The control port closed by itself: the frame's process is gone (where the browser tells). */
  closed?(): void;
}

type State =
  | { readonly kind: 'booting' }
  | { readonly kind: 'ready'; readonly control: MessagePort }
  | { readonly kind: 'failed' }
  | { readonly kind: 'removed' };

/** A frame that boots by itself, trying one candidate origin after the other. */
export class RealmFrame {
  readonly #options: FrameOptions;
  readonly #waiting: ((booted: boolean) => void)[] = [];
  #state: State = { kind: 'booting' };
  #element: HTMLIFrameElement | null = null;
  #origin: string | null = null;
  #forget: (() => void) | null = null;

  constructor(options: FrameOptions) {
    this.#options = options;
    this.#try([...options.origins.candidates(options.mode)]);
  }

  get element(): HTMLIFrameElement | null {
    return this.#element;
  }

  get usable(): boolean {
    return this.#state.kind === 'booting' || this.#state.kind === 'ready';
  }

  /** Calls back at once when the frame is up already, so that a warm run loses no turn. */
  whenBooted(callback: (booted: boolean) => void): void {
    if (this.#state.kind === 'booting') this.#waiting.push(callback);
    else callback(this.#state.kind === 'ready');
  }

  /** Does nothing unless the frame is ready. */
  post(message: ControlMessage, transfer: Transferable[] = []): void {
    if (this.#state.kind !== 'ready') return;
    this.#state.control.postMessage({ v: PROTOCOL_VERSION, ...message }, transfer);
  }

  remove(): void {
    if (this.#state.kind === 'ready') this.#state.control.close();
    this.#clear();
    this.#finish({ kind: 'removed' });
  }

  #try(candidates: string[]): void {
    const origin = candidates.shift();
    if (origin === undefined) return this.#finish({ kind: 'failed' });
    const { mode, realmPath, origins, doorbell, scheme, parent, decorate } = this.#options;
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.setAttribute('allow', 'cross-origin-isolated');
    element.referrerPolicy = 'no-referrer';
    element.dataset['realm'] = mode;
    decorate(element);
    element.src = new URL(realmPath, origin).href;
    parent.append(element);
    this.#element = element;
    this.#origin = origin;
    origins.enter(origin);

    const realmWindow = element.contentWindow;
    if (realmWindow === null) return this.#finish({ kind: 'failed' });
    const patience = countdown(HANDSHAKE_MS, () => {
      origins.didNotAnswer(origin);
      this.#clear();
      this.#try(candidates);
    });
    this.#forget = () => {
      patience.cancel();
      doorbell.forget(realmWindow);
    };
    const rang = (): void => {
      patience.cancel();
      // Learner code shares its window with a page realm only.
      if (mode === 'worker') doorbell.forget(realmWindow);
      const control = handshake(realmWindow, mode, scheme());
      this.#listen(control);
      this.#finish({ kind: 'ready', control });
    };
    doorbell.expect(realmWindow, rang, () => this.#options.nuisance?.());
  }

  #listen(control: MessagePort): void {
    const { messages, refillPerSecond } = CONTROL_BUDGET;
    const allowance = new Allowance(messages, refillPerSecond, performance.now());
    control.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (this.#state.kind !== 'ready') return;
      if (!allowance.spend(1, performance.now())) {
        control.close();
        // What waits in the port may still arrive.
        this.#finish({ kind: 'failed' });
        this.#options.nuisance?.();
        return;
      }
      const message = parseFromFrame(event.data);
      if (message !== null) this.#options.heard?.(message);
    });
    control.addEventListener('close', () => {
      if (this.#state.kind !== 'ready') return;
      this.#finish({ kind: 'failed' });
      this.#options.closed?.();
    });
    control.start();
  }

  #clear(): void {
    this.#forget?.();
    this.#forget = null;
    this.#element?.remove();
    this.#element = null;
    if (this.#origin !== null) this.#options.origins.leave(this.#origin);
    this.#origin = null;
  }

  #finish(state: State): void {
    this.#state = state;
    for (const callback of this.#waiting.splice(0)) callback(state.kind === 'ready');
  }
}

function handshake(realmWindow: Window, mode: RealmKind, scheme: Scheme): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const init = { v: PROTOCOL_VERSION, kind: 'init', mode, scheme };
  // An opaque origin cannot be named as a target; the port goes to this window and to nobody else.
  realmWindow.postMessage(init, '*', [port2]);
  return port1;
}
