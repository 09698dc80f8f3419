/** The Workers of one frame: at most one spare that has booted and waits, and one for each run that is going on. */
import { WORKER_READY } from './worker';

/** Learner code can let out errors by the thousand, each as long as it likes: the host hears of one, in brief. */
const MESSAGE = 500;

type Tell = (message: { readonly kind: string; readonly [key: string]: unknown }) => void;

export class WorkerPool {
  readonly #source: string;
  readonly #tell: Tell;
  readonly #running = new Map<string, Worker>();
  /** Ports of runs that began before any Worker had booted: a Worker that fails would take its port along. */
  readonly #waiting = new Map<string, MessagePort>();
  #spare: Worker | null = null;
  #url: string;
  #hasBooted = false;

  constructor(source: string, tell: Tell) {
    this.#source = source;
    this.#url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    this.#tell = tell;
  }

  /** Boots a spare unless one is there. */
  spare(): void {
    this.#spare ??= this.#boot();
  }

  start(runId: string, port: MessagePort): void {
    if (this.#running.has(runId)) return;
    const worker = this.#spare ?? this.#boot();
    this.#spare = null;
    if (worker === null) return;
    this.#running.set(runId, worker);
    // A Worker that has not booted yet finds the message waiting.
    if (this.#hasBooted) worker.postMessage(null, [port]);
    else this.#waiting.set(runId, port);
  }

  terminate(runId: string): void {
    const worker = this.#running.get(runId);
    if (worker === undefined) return;
    this.#running.delete(runId);
    this.#waiting.delete(runId);
    worker.terminate();
    this.#tell({ kind: 'terminated', runId });
  }

  #boot(): Worker | null {
    const url = this.#url;
    try {
      const worker = new Worker(url);
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        // Nothing else a Worker posts here is listened to: runs have ports of their own.
        worker.onmessage = null;
        if (data !== WORKER_READY) return;
        this.#hasBooted = true;
        if (worker === this.#spare) this.#tell({ kind: 'spare-ready' });
        const runId = this.#runOf(worker);
        const port = runId === null ? undefined : this.#waiting.get(runId);
        if (runId === null || port === undefined) return;
        this.#waiting.delete(runId);
        worker.postMessage(null, [port]);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        worker.onerror = (later) => later.preventDefault();
        if (!this.#hasBooted && url.startsWith('blob:')) this.#replace(worker);
        else this.#failed(worker, event.message);
      };
      return worker;
    } catch (error) {
      this.#failed(null, error instanceof Error ? error.message : 'the Worker could not be made');
      return null;
    }
  }

  /**
   * WebKit 2.50 starts no Worker from a blob where the frame is opaque and isolated from other origins; from the text
   * itself it does. Either kind has the frame's policy (measured in all three engines).
   */
  #replace(worker: Worker): void {
    const runId = this.#runOf(worker);
    this.#url = `data:text/javascript;charset=utf-8,${encodeURIComponent(this.#source)}`;
    const next = this.#boot();
    if (worker === this.#spare) this.#spare = next;
    else if (runId !== null && next !== null) this.#running.set(runId, next);
  }

  #runOf(worker: Worker | null): string | null {
    for (const [runId, running] of this.#running) if (running === worker) return runId;
    return null;
  }

  #failed(worker: Worker | null, message: string): void {
    if (worker !== null && worker === this.#spare) this.#spare = null;
    const runId = this.#runOf(worker);
    const reason = message.slice(0, MESSAGE) || 'the Worker could not start';
    this.#tell({ kind: 'worker-failed', runId, message: reason });
  }
}
