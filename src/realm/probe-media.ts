/**
 * The media of one call: a MediaSource that opens by itself, as one does that an element has as its source, the element,
 * and what brings the bytes. All of it lives in one queue of tasks, and notes what is done to it; checks read the notes.
 */
import {
  MAX_MEDIA_NOTES,
  MEDIA_TEXT_UNITS,
  type MediaBehaviour,
  type MediaEventName,
  type MediaNote,
  type MediaPart,
  type MediaRecord,
} from '../core/exercise/media';
import type { ErrorReport } from '../core/trace/run';
import { apply, construct, iterable, later, NativeFile, push, stringSlice } from './primordials';
import {
  createMediaSource,
  NOTHING_TOLD,
  type MediaCall,
  type SourceCore,
  type Told,
} from './probe-media-source';
import { chunksOf, ProbeMediaStream } from './probe-media-stream';
import { ProbeListeners } from './probe-media-target';
import type { Recorder } from './recorder/recorder';

/** Before the recorder watches them. */
const NativeURL = URL;
const { createObjectURL, revokeObjectURL } = NativeURL;
const createUrl = (file: Blob): string => apply(createObjectURL, NativeURL, [file]);
const revokeUrl = (url: string): void => apply(revokeObjectURL, NativeURL, [url]);

/** Ticks without anything new after which a call is over: once its MediaSource has ended, and otherwise. */
const TICK_MS = 10;
const LAST_TICKS = 5;
const PATIENT_TICKS = 100;

export interface ErrorReader {
  report(value: unknown): ErrorReport;
  /** Whether it is what unwinds a program that was stopped. */
  isSignal(value: unknown): boolean;
}

/** The element as the program has it. */
class Video {
  readonly #core: VideoCore;
  src = '';
  onerror: unknown = null;
  onloadedmetadata: unknown = null;

  constructor(core: VideoCore) {
    this.#core = core;
  }

  get error(): object | null {
    return this.#core.error;
  }
  get readyState(): number {
    return this.#core.readyState;
  }

  addEventListener(type: unknown, listener: unknown, options?: unknown): void {
    this.#core.listeners.add(type, listener, options);
  }
  removeEventListener(type: unknown, listener: unknown): void {
    this.#core.listeners.remove(type, listener);
  }
}

class VideoCore {
  readonly given = new Video(this);
  readonly listeners: ProbeListeners;
  error: object | null = null;
  readyState = 0;

  constructor(call: MediaCall) {
    this.listeners = new ProbeListeners(call, this.given);
  }
}

export class ProbeMedia implements MediaCall {
  readonly behaviour: MediaBehaviour;
  readonly #errors: ErrorReader;
  readonly #recorder: Recorder;
  readonly #notes: MediaNote[] = [];
  #omitted = 0;
  #tasks: (() => void)[] = [];
  #isRunning = false;
  #isClosed = false;
  /** Grows as long as something goes on. */
  activity = 0;
  /** Nothing more is to be expected: the program has told a listener that it is over. */
  isTold = false;
  readonly #given: { readonly class: object; readonly source: object };
  readonly #source: SourceCore;
  readonly #video: VideoCore;
  #url: { readonly text: string; readonly id: number } | null = null;
  readonly #stream: ProbeMediaStream;

  constructor(behaviour: MediaBehaviour, errors: ErrorReader, recorder: Recorder) {
    this.behaviour = behaviour;
    this.#errors = errors;
    this.#recorder = recorder;
    const given = createMediaSource(this);
    this.#given = given;
    this.#source = given.core;
    this.#video = new VideoCore(this);
    this.#stream = new ProbeMediaStream(this, () => this.#source.isUpdating);
  }

  part(part: MediaPart): object {
    switch (part) {
      case 'source':
        return this.#given.source;
      case 'class':
        return this.#given.class;
      case 'video':
        this.#address();
        return this.#video.given;
      case 'stream':
        return this.#stream;
      case 'chunks':
        return chunksOf(this.behaviour);
    }
  }

  /** The call begins: the source opens. */
  begin(): void {
    if (this.behaviour.isOpen) this.#source.open();
    else this.task(() => this.#source.open());
  }

  task(run: () => void, ms = 0): void {
    if (ms > 0) {
      later(() => this.task(run), ms);
      return;
    }
    push(this.#tasks, run);
    this.#run();
  }

  #run(): void {
    if (this.#isRunning || this.#tasks.length === 0) return;
    this.#isRunning = true;
    later(() => {
      this.#isRunning = false;
      // Who goes on for ever is not heard for ever.
      if (this.#isClosed || this.#isFull) return;
      const first = this.#tasks[0] as () => void;
      this.#tasks = withoutFirst(this.#tasks);
      this.activity++;
      try {
        first();
      } finally {
        this.#run();
      }
    }, 0);
  }

  tell(type: string, listener: unknown, self: object, value: unknown): void {
    try {
      apply(listener as () => unknown, self, [value]);
    } catch (error) {
      if (this.#errors.isSignal(error)) throw error;
      const { name, line } = this.#errors.report(error);
      this.note('uncaught', { ...NOTHING_TOLD, text: type, error: name, line });
    }
  }

  state(): Pick<MediaNote, 'readyState' | 'updating'> {
    return { readyState: this.#source.readyState, updating: this.#source.isUpdating };
  }

  get #isFull(): boolean {
    return this.#notes.length >= MAX_MEDIA_NOTES;
  }

  note(event: MediaEventName, told: Told = NOTHING_TOLD, state = this.state()): void {
    // What is not noted is no activity either: nobody waits for its end.
    if (this.#isFull) {
      this.#omitted++;
      return;
    }
    this.activity++;
    const { text, error } = told;
    push(this.#notes, {
      ...told,
      ...state,
      event,
      step: this.#recorder.log.steps,
      text: text === null ? null : stringSlice(text, 0, MEDIA_TEXT_UNITS),
      error: error === null ? null : stringSlice(error, 0, MEDIA_TEXT_UNITS),
    });
  }

  loaded(): void {
    if (this.#video.readyState > 0) return;
    this.#video.readyState = 1;
    this.task(() => {
      this.note('loadedmetadata');
      this.#video.listeners.fire('loadedmetadata');
    });
  }

  failed(closed: () => void): void {
    this.task(() => {
      const isEmpty = this.#video.readyState === 0;
      this.#video.error = { code: isEmpty ? 4 : 3, message: 'The bytes could not be decoded.' };
      if (isEmpty) closed();
      this.note('failed');
      this.#video.listeners.fire('error');
    });
  }

  isBroken(): boolean {
    return this.#video.error !== null;
  }

  /** Calls back once nothing goes on any more. */
  whenQuiet(callback: () => void): void {
    const wait = (seen: number, ticks: number): void => {
      later(() => {
        if (this.#isFull) {
          callback();
          return;
        }
        if (this.activity !== seen) {
          wait(this.activity, 0);
          return;
        }
        const isOver =
          this.isTold ||
          this.behaviour.isOpen ||
          this.#source.readyState === 'ended' ||
          this.isBroken();
        if (ticks >= (isOver ? LAST_TICKS : PATIENT_TICKS)) callback();
        else wait(seen, ticks + 1);
      }, TICK_MS);
    };
    wait(this.activity, 0);
  }

  /** The call is over: whatever still comes is nobody's. */
  close(): void {
    this.#isClosed = true;
    if (this.#url !== null) revokeUrl(this.#url.text);
  }

  /** Gives the element an address that can be revoked, as the one of a MediaSource can. */
  #address(): void {
    if (this.#url !== null) return;
    const file = construct(NativeFile, [iterable([]), '']) as Blob;
    const text = createUrl(file);
    const known = this.#recorder.blobs.addressed(text, file);
    this.#url = { text, id: known?.id ?? 0 };
    this.#video.given.src = text;
  }

  record(): MediaRecord {
    return {
      kind: 'media',
      notes: this.#notes,
      omitted: this.#omitted,
      urlId: this.#url?.id ?? null,
    };
  }
}

function withoutFirst<T>(list: readonly T[]): T[] {
  const rest: T[] = [];
  for (let i = 1; i < list.length; i++) push(rest, list[i] as T);
  return rest;
}
