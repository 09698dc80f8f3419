/** The Worker at the other end of a probe's port: it notes the parts of a file that come, and answers nothing. */
import { MAX_LAB_MESSAGES, type WorkerRecord } from '../core/exercise/lab';
import type { MadeFile } from '../core/exercise/made-file';
import { constructorName } from './objects';
import {
  cancel,
  isSafeInteger,
  later,
  messageData,
  post,
  push,
  typedArrayLength,
  unref,
} from './primordials';
import { bytesIn, fieldOf, isPart } from './probe-lab';

/** Sent behind everything that the program has posted. */
const LAST = 'the last message of this call';
const LAST_MS = 500;

/** Made before the program runs, since its ports would otherwise listen through what the program may have replaced. */
export class ProbeWorker {
  readonly #given: MessagePort;
  readonly #file: MadeFile;
  readonly #parts: WorkerRecord['parts'][number][] = [];
  readonly #close: () => void;
  #omitted = 0;
  #heardAll: () => void = () => undefined;

  constructor(file: MadeFile) {
    this.#file = file;
    const { port1, port2 } = new MessageChannel();
    this.#given = port1;
    this.#close = port2.close.bind(port2);
    port2.onmessage = (event) => this.#hear(messageData(event));
    unref(port2);
  }

  get port(): MessagePort {
    return this.#given;
  }

  /** Calls back when everything has come that was posted so far. */
  whenHeard(callback: () => void): void {
    // The timer also keeps Node alive meanwhile.
    const timer = later(() => this.#heardAll(), LAST_MS);
    this.#heardAll = () => {
      this.#heardAll = () => undefined;
      cancel(timer);
      this.#close();
      callback();
    };
    try {
      post(this.#given, LAST);
    } catch {
      this.#heardAll();
    }
  }

  record(): WorkerRecord {
    return { kind: 'worker', parts: this.#parts, omitted: this.#omitted };
  }

  #hear(data: unknown): void {
    if (data === LAST) {
      this.#heardAll();
      return;
    }
    if (this.#parts.length >= MAX_LAB_MESSAGES) {
      this.#omitted++;
      return;
    }
    const given = fieldOf(data, 'bytes');
    const at = fieldOf(data, 'offset');
    const bytes = bytesIn(given);
    const offset = isSafeInteger(at) && (at as number) >= 0 ? (at as number) : null;
    push(this.#parts, {
      offset,
      byteLength: bytes === null ? 0 : typedArrayLength(bytes),
      same: bytes !== null && offset !== null && isPart(this.#file, offset, bytes),
      type:
        typeof given === 'object' && given !== null
          ? (constructorName(given) ?? 'Object')
          : typeof given,
    });
  }
}
