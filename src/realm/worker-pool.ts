/** The Workers of one frame: at most one spare that has booted and waits, and one for each run that is going on. */
import { WORKER_READY } from './worker';

/** Learner code can let out errors by the thousand, each as long as it likes: the host hears of one, in brief. */
const MESSAGE = 500;

type Tell = (message: { readonly kind: string; readonly [key: string]: unknown }) => void;

export class WorkerPool {
  readonly #url: string;
  readonly #tell: Tell;
  readonly #running = new Map<string, Worker>();
  #spare: Worker | null = null;

  constructor(source: string, tell: Tell) {
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
    worker.postMessage(null, [port]);
  }

  terminate(runId: string): void {
    const worker = this.#running.get(runId);
    if (worker === undefined) return;
    this.#running.delete(runId);
    worker.terminate();
    this.#tell({ kind: 'terminated', runId });
  }

  #boot(): Worker | null {
    try {
      const worker = new Worker(this.#url);
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        // Nothing else a Worker posts here is listened to: runs have ports of their own.
        worker.onmessage = null;
        if (data === WORKER_READY && worker === this.#spare) this.#tell({ kind: 'spare-ready' });
      };
      worker.onerror = (event) => {
        event.preventDefault();
        worker.onerror = (later) => later.preventDefault();
        this.#failed(worker, event.message);
      };
      return worker;
    } catch (error) {
      this.#failed(null, error instanceof Error ? error.message : 'the Worker could not be made');
      return null;
    }
  }

  #failed(worker: Worker | null, message: string): void {
    if (worker !== null && worker === this.#spare) this.#spare = null;
    let runId: string | null = null;
    for (const [id, running] of this.#running) if (running === worker) runId = id;
    const reason = message.slice(0, MESSAGE) || 'the Worker could not start';
    this.#tell({ kind: 'worker-failed', runId, message: reason });
  }
}
