/** `siofu` of a server half: takes what `SocketIOFileUpload` sends and keeps it in the server half's own memory. */
import {
  bytesJoined,
  NativeUint8Array,
  push,
  SafeMap,
  toText,
  typedArrayLength,
} from '../../primordials';
import { isBuffer } from '../../buffers';
import { nameOf, type Files } from '../files';
import { Listeners, type Listener } from '../listeners';
import type { Socket } from '../socket';

interface Taken {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly mtime: unknown;
  readonly meta: unknown;
  readonly pathName: string;
  readonly chunks: Uint8Array[];
  bytesLoaded: number;
  success: boolean;
}

interface Start {
  readonly id: number;
  readonly name: unknown;
  readonly size: number;
  readonly mtime?: unknown;
  readonly meta?: unknown;
}

/** The class, over the files of this server half. */
export function makeSiofu(fs: Files) {
  return class SiofuServer {
    dir: string | null = null;
    maxFileSize: number | null = null;
    readonly #listeners = new Listeners();

    on(event: string, listener: Listener): this {
      this.#listeners.add(toText(event), listener, false);
      return this;
    }

    listen(socket: Socket): void {
      const files = new SafeMap<number, Taken>();
      socket.on('siofu_start', ((start: Start) => this.#start(socket, files, start)) as Listener);
      socket.on('siofu_progress', ((part: { id: number; content: unknown }) => {
        const file = files.get(part.id);
        if (file === undefined || typeof part.content !== 'object' || part.content === null) return;
        if (!isBuffer(part.content)) return;
        const bytes = new NativeUint8Array(part.content);
        push(file.chunks, bytes);
        file.bytesLoaded += typedArrayLength(bytes);
        this.#tell('progress', file, { buffer: bytes });
        socket.emit('siofu_chunk', { id: file.id });
      }) as Listener);
      socket.on('siofu_done', (({ id }: { id: number }) => {
        const file = files.get(id);
        if (file === undefined) return;
        files.delete(id);
        file.success = file.bytesLoaded === file.size;
        if (this.dir !== null) fs.writeFileSync(file.pathName, bytesJoined(file.chunks));
        this.#tell('complete', file, { interrupt: false });
        this.#tell('saved', file, {});
        socket.emit('siofu_complete', { id, success: file.success, detail: null });
      }) as Listener);
      // Whoever leaves in the middle leaves a file behind with nothing in it.
      socket.on('disconnect', () => {
        const left = files.values();
        for (let i = 0; i < left.length; i++) {
          this.#tell('complete', left[i] as Taken, { interrupt: true });
        }
        files.clear();
      });
    }

    #start(socket: Socket, files: SafeMap<number, Taken>, start: Start): void {
      const { id, size, mtime, meta } = start;
      const name = nameOf(start.name);
      const pathName = `${this.dir ?? ''}/${name}`;
      const file: Taken = {
        ...{ id, name, size, mtime, meta, pathName, chunks: [], bytesLoaded: 0, success: false },
      };
      if (this.maxFileSize !== null && size > this.maxFileSize) {
        const message = 'Max allowed file size exceeded';
        socket.emit('siofu_error', { id, message });
        return this.#tell('error', file, { error: message });
      }
      files.set(id, file);
      // As the real one opens its file before the first byte comes.
      if (this.dir !== null) fs.writeFileSync(pathName, new NativeUint8Array(0));
      this.#tell('start', file, {});
      socket.emit('siofu_ready', { id, name });
    }

    #tell(event: string, { chunks: _chunks, ...file }: Taken, more: object): void {
      this.#listeners.call(event, this, [{ file, ...more }]);
    }
  };
}
