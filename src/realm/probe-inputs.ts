/** Arguments of probes, made in this realm from the data that the host sent, by natives taken before the program ran. */
import { ELEMENT_KINDS, type ViewKind } from '../core/bytes/view-kinds';
import type { ProbeRecord } from '../core/exercise/lab';
import { bytesOfFile } from '../core/exercise/made-file';
import type { Probe, ProbeInput } from '../core/exercise/probe';
import type { Preview } from '../core/trace/console-entry';
import { createIo, type ClientSocket } from './net/client-socket';
import {
  bytesSlice,
  construct,
  define,
  iterable,
  NativeFile,
  push,
  SafeMap,
  typedArrayBuffer,
} from './primordials';
import { ProbeCanvas } from './probe-canvas';
import { ProbeControls } from './probe-controls';
import { ProbeLab } from './probe-lab';
import { ProbeListener } from './probe-listener';
import { ProbeMedia, type ErrorReader } from './probe-media';
import { ProbeWorker } from './probe-worker';
import type { Recorder } from './recorder/recorder';

type Constructor = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => object;

const constructors = { __proto__: null, DataView } as unknown as Record<ViewKind, Constructor>;
for (const kind of ELEMENT_KINDS) {
  // Float16Array is younger than some engines.
  const native = (globalThis as unknown as Record<string, Constructor | undefined>)[kind];
  if (native !== undefined) constructors[kind] = native;
}

export interface MadeInput {
  readonly value: unknown;
  /** The buffer of a bytes input. */
  readonly buffer: ArrayBufferLike | null;
  /** What a socket, a Worker or a listener noted; null for other inputs. */
  readonly record: (() => ProbeRecord) | null;
  // Not optional: what is not there would be looked up on Object.prototype.
  /** Of a canvas: notes its pixels. */
  readonly noteState: (() => void) | null;
  /** Of controls: moves them, and calls back behind each move. */
  readonly move: ((moved: () => void) => void) | null;
}

/** The arguments of one call. */
export interface MadeInputs {
  readonly inputs: readonly MadeInput[];
  /** Calls back when everything has come that the call posted or appended; null where nothing could be on its way. */
  readonly whenHeard: ((callback: () => void) => void) | null;
  /** To be called when the call has returned: controls move. What the program's callbacks throw passes through. */
  afterwards(): void;
  /** Grows as long as a lab is spoken to, or media are played. */
  activity(): number;
  /** The call is over: whatever still comes is nobody's. */
  close(): void;
}

/** What notes nothing, unless more is said. */
const plain = (value: unknown): MadeInput => ({
  value,
  buffer: null,
  record: null,
  noteState: null,
  move: null,
});

export class InputMaker {
  readonly #recorder: Recorder;
  readonly #preview: (value: unknown) => Preview;
  readonly #errors: ErrorReader;
  readonly #workers = new SafeMap<ProbeInput, ProbeWorker>();
  #canvasCount = 0;

  /** Made before the program runs: ports listen from then on. */
  constructor(
    recorder: Recorder,
    probes: readonly Probe[],
    preview: (value: unknown) => Preview,
    errors: ErrorReader,
  ) {
    this.#recorder = recorder;
    this.#preview = preview;
    this.#errors = errors;
    for (const { inputs } of probes)
      for (const input of inputs)
        if (input.kind === 'worker') this.#workers.set(input, new ProbeWorker(input.file));
  }

  /** Makes a call's arguments; their buffers and views are known to the recorder, with their content, before they are used. */
  make(inputs: readonly ProbeInput[]): MadeInputs {
    const made: MadeInput[] = [];
    const labs: ProbeLab[] = [];
    const workers: ProbeWorker[] = [];
    const media: ProbeMedia[] = [];
    for (let i = 0; i < inputs.length; i++)
      push(made, this.#make(inputs[i] as ProbeInput, labs, workers, media));
    const noteStates = (): void => {
      for (let i = 0; i < made.length; i++) {
        const { noteState } = made[i] as MadeInput;
        if (noteState !== null) noteState();
      }
    };
    const afterwards = (): void => {
      noteStates();
      for (let i = 0; i < made.length; i++) {
        const { move } = made[i] as MadeInput;
        if (move !== null) move(noteStates);
      }
    };
    const played = media.length > 0 ? media[0] : undefined;
    played?.begin();
    const worker = workers.length > 0 ? workers[0] : undefined;
    return {
      inputs: made,
      afterwards,
      whenHeard: worker
        ? (callback) => worker.whenHeard(callback)
        : played
          ? (callback) => played.whenQuiet(callback)
          : null,
      activity: () => {
        let total = played?.activity ?? 0;
        for (let i = 0; i < labs.length; i++) total += (labs[i] as ProbeLab).activity;
        return total;
      },
      close: () => {
        for (let i = 0; i < labs.length; i++) labs[i]?.close();
        played?.close();
      },
    };
  }

  #make(
    input: ProbeInput,
    labs: ProbeLab[],
    workers: ProbeWorker[],
    media: ProbeMedia[],
  ): MadeInput {
    const stepsNow = (): number => this.#recorder.log.steps;
    switch (input.kind) {
      case 'plain':
        return plain(input.value);
      case 'list': {
        const list: unknown[] = [];
        for (let i = 0; i < input.items.length; i++) {
          push(list, this.#make(input.items[i] as ProbeInput, labs, workers, media).value);
        }
        return plain(list);
      }
      case 'object': {
        const made = {};
        for (let i = 0; i < input.entries.length; i++) {
          const entry = input.entries[i] as (typeof input.entries)[number];
          define(made, entry.key, this.#make(entry.value, labs, workers, media).value, true);
        }
        return plain(made);
      }
      case 'bytes':
        return this.#bytes(input);
      case 'file': {
        const made: unknown = construct(NativeFile, [
          iterable([bytesOfFile(input.file)]),
          input.name,
        ]);
        this.#recorder.blobs.see(made);
        return plain(made);
      }
      case 'socket': {
        const reach = (): void => void socket.connect();
        const lab = new ProbeLab(input.lab, stepsNow, reach);
        const socket: ClientSocket = createIo(lab, this.#recorder)('/upload');
        push(labs, lab);
        return { ...plain(socket), record: () => lab.record() };
      }
      case 'worker': {
        const worker = this.#workers.get(input) as ProbeWorker;
        push(workers, worker);
        return { ...plain(worker.port), record: () => worker.record() };
      }
      case 'canvas': {
        const made = new ProbeCanvas(input.canvas, this.#recorder, this.#canvasCount++);
        const noteState = (): void => made.noteState();
        return { ...plain(made.canvas), record: () => made.record(), noteState };
      }
      case 'controls': {
        const made = new ProbeControls(input.name, input.values);
        return { ...plain(made.given), move: (moved) => made.move(moved) };
      }
      case 'listener': {
        // The lab may stand behind it among the arguments.
        const acknowledged = (): number | null =>
          (labs.length > 0 ? labs[0] : undefined)?.acknowledged ?? null;
        const heard = (): void => {
          if (media.length > 0) (media[0] as ProbeMedia).isTold = true;
        };
        const listener = new ProbeListener(this.#preview, stepsNow, acknowledged, heard);
        return { ...plain(listener.listen), record: () => listener.record() };
      }
      case 'media': {
        const isFirst = media.length === 0;
        if (isFirst) push(media, new ProbeMedia(input.media, this.#errors, this.#recorder));
        const first = media[0] as ProbeMedia;
        const record = isFirst ? (): ProbeRecord => first.record() : null;
        return { ...plain(first.part(input.part)), record };
      }
    }
  }

  #bytes({ name, bytes, view }: Extract<ProbeInput, { kind: 'bytes' }>): MadeInput {
    // A buffer of its own: the host may have sent the same bytes for several probes.
    const buffer = typedArrayBuffer(bytesSlice(bytes));
    let value: object = buffer;
    if (view !== null) {
      value = construct(constructors[view.kind], [buffer, view.byteOffset, view.length]);
    }
    this.#recorder.registry.see(value, { line: null, name, filled: true, fixed: true });
    return { ...plain(value), buffer };
  }
}
