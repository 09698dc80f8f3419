/**
 * `SocketIOFileUpload` of a client, as the seed's samples use it. It speaks as socketio-file-upload 0.7 does, so its
 * progress counts bytes that were read here, not bytes that the server has: that is what the upload lesson is about.
 * @see https://github.com/sffc/socketio-file-upload
 */
import {
  blobArrayBuffer,
  blobSize,
  blobSlice,
  fileName,
  NativeTypeError,
  push,
  SafeMap,
  tryGet,
  whenSettled,
} from '../../primordials';
import type { ClientSocket } from '../client-socket';
import { Listeners, type Listener } from '../listeners';

interface Sending {
  readonly id: number;
  readonly file: File;
  readonly size: number;
  offset: number;
  isRead: boolean;
}

/** Bytes of one message where `chunkSize` is left alone. */
const CHUNK_BYTES = 100 * 1024;

export class SocketIOFileUpload {
  /** 0 sends each file as one message. */
  chunkSize = CHUNK_BYTES;
  maxFileSize: number | null = null;
  readonly #socket: ClientSocket;
  readonly #listeners = new Listeners();
  readonly #sendings = new SafeMap<number, Sending>();
  #undo: (() => void)[] = [];
  #made = 0;

  constructor(socket: ClientSocket) {
    if (typeof socket !== 'object' || typeof socket.emit !== 'function') {
      throw new NativeTypeError(
        'SocketIOFileUpload takes a socket. Call it so: new SocketIOFileUpload(io())',
      );
    }
    this.#socket = socket;
    this.#hear('siofu_ready', ({ id }) => this.#next(id));
    this.#hear('siofu_chunk', ({ id }) => this.#next(id));
    this.#hear('siofu_complete', ({ id, success, detail }) => {
      const sending = this.#sendings.get(id);
      if (sending === undefined) return;
      this.#sendings.delete(id);
      this.#dispatch('complete', { file: sending.file, success, detail });
    });
    this.#hear('siofu_error', ({ id, message }) => {
      const sending = this.#sendings.get(id);
      if (sending === undefined) return;
      this.#sendings.delete(id);
      this.#dispatch('error', { file: sending.file, message, code: 0 });
    });
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.add(type, listener, false);
  }
  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.remove(type, listener);
  }

  /** Sends what is chosen as soon as it is. */
  listenOnInput(input: HTMLInputElement): void {
    this.#listen(input, 'change', () => this.submitFiles(input.files ?? []));
  }
  /** Sends what is chosen when the button is pressed. */
  listenOnSubmit(button: HTMLElement, input: HTMLInputElement): void {
    this.#listen(button, 'click', () => this.submitFiles(input.files ?? []));
  }
  listenOnDrop(element: HTMLElement): void {
    this.#listen(element, 'dragover', (event) => event.preventDefault());
    this.#listen(element, 'drop', (event) => {
      event.preventDefault();
      this.submitFiles((event as DragEvent).dataTransfer?.files ?? []);
    });
  }

  submitFiles(files: ArrayLike<File>): void {
    if (files.length === 0) return;
    this.#dispatch('choose', { files });
    for (let i = 0; i < files.length; i++) this.#start(files[i] as File);
  }

  destroy(): void {
    const undo = this.#undo;
    this.#undo = [];
    for (let i = 0; i < undo.length; i++) undo[i]?.();
    this.#sendings.clear();
  }

  #start(file: File): void {
    const size = tryGet(blobSize, file);
    if (size === null) throw new NativeTypeError('submitFiles takes a list of files');
    if (this.maxFileSize !== null && size > this.maxFileSize) {
      const message = 'Attempt by client to upload file exceeding the maximum file size';
      return this.#dispatch('error', { file, message, code: 1 });
    }
    const id = this.#made++;
    const name = tryGet(fileName, file) ?? '';
    this.#sendings.set(id, { id, file, size, offset: 0, isRead: false });
    this.#dispatch('start', { file });
    const mtime = file.lastModified;
    this.#socket.emit('siofu_start', { name, mtime, meta: {}, size, encoding: 'octet', id });
  }

  /** Reads the next chunk and sends it; says that it is done once the last one has been read. */
  #next(id: number): void {
    const sending = this.#sendings.get(id);
    if (sending === undefined || blobSlice === null || blobArrayBuffer === null) return;
    const { file, size, offset } = sending;
    if (sending.isRead) return;
    const step = this.chunkSize > 0 ? this.chunkSize : size;
    const end = offset + step < size ? offset + step : size;
    whenSettled(
      blobArrayBuffer(blobSlice(file, offset, end)),
      (content) => {
        sending.offset = end;
        sending.isRead = end >= size;
        const head = { id, size, start: offset, end, content, base64: false };
        this.#socket.emit('siofu_progress', head);
        this.#dispatch('progress', { file, bytesLoaded: end, name: tryGet(fileName, file) });
        if (!sending.isRead) return;
        this.#dispatch('load', { file, name: tryGet(fileName, file) });
        this.#socket.emit('siofu_done', { id });
      },
      () => this.#dispatch('error', { file, message: 'The file cannot be read.', code: 0 }),
    );
  }

  #dispatch(type: string, about: object): void {
    this.#listeners.call(type, this, [{ type, ...about }]);
  }

  #hear(event: string, heard: (head: Answer) => void): void {
    const listener = heard as Listener;
    this.#socket.on(event, listener);
    push(this.#undo, () => this.#socket.off(event, listener));
  }

  #listen(target: EventTarget, event: string, listener: (event: Event) => void): void {
    target.addEventListener(event, listener);
    push(this.#undo, () => target.removeEventListener(event, listener));
  }
}

interface Answer {
  readonly id: number;
  readonly success?: boolean;
  readonly detail?: unknown;
  readonly message?: string;
}
