/** The room `/upload` (core/wire/upload.ts): who writes which upload, and what they are told. */
import { WIRE_LIMITS } from '../wire/limits.ts';
import { parseOwner } from '../wire/parse.ts';
import { refused, type Refused } from '../wire/refusal.ts';
import type { Ready } from '../wire/upload.ts';
import type { LabParts, LabServer, LabSocket } from './parts.ts';
import { answerEvents, roomOf, unknownId } from './room.ts';
import type { Uploads } from './uploads.ts';
import type { Upload } from './upload.ts';

const takenOver = refused(
  'taken-over',
  'Another connection of yours goes on with this upload. Start it again with resume to take it back.',
);

/** The other processes of the lab, asked about uploads that are theirs. Where one does not answer, nobody knows. */
export interface UploadPeers {
  /** Whether a reader has anything there. */
  knows(owner: string): Promise<boolean>;
  /** How many bytes of an upload are saved there; null where it is not. */
  where(owner: string, id: string): Promise<number | null>;
}

/** @param peers the other processes of the lab, where there are some */
export function openUploadRoom(
  io: LabServer,
  uploads: Uploads,
  parts: LabParts,
  peers: UploadPeers | null = null,
): void {
  const { log } = parts;
  const room = roomOf(io, 'upload');
  /** Who writes an upload: one connection at a time, the one that started or resumed it last. */
  const writers = new Map<Upload, LabSocket>();

  const owners = new WeakMap<object, string>();

  uploads.listen({
    progress: (upload, progress) => {
      writers.get(upload)?.emit('progress', { id: upload.id, ...progress });
    },
    removed: (upload, { code, message }) => {
      writers.get(upload)?.emit('aborted', { id: upload.id, code, message });
      writers.delete(upload);
    },
  });

  /** Uploads are kept by the process they were sent to; another one says so rather than begin anew. */
  async function elsewhere(owner: string, id: string): Promise<Refused | null> {
    const saved = (await peers?.where(owner, id)) ?? null;
    return saved === null
      ? null
      : refused(
          'elsewhere',
          `Another process of the lab has this upload, with ${saved} bytes saved, and it cannot be moved. ` +
            'Connect anew, which may lead there, and resume again; or start anew. An upload by tus goes on through any process.',
        );
  }

  /** Finds out who enters; an error where what was handed over is none. */
  async function enter(socket: LabSocket): Promise<Error | undefined> {
    const auth = parseOwner(socket.handshake.auth);
    if (auth.kind === 'refused') return Object.assign(new Error(auth.message), { data: auth });
    // A secret that has nothing here is as good as none; a new one is made, so that nobody chooses a weak one. One
    // connection keeps it, or leaving and entering again would be a way to more room.
    const isKnown =
      auth.owner !== null &&
      (uploads.knows(auth.owner) || (await peers?.knows(auth.owner)) === true);
    const owner = (isKnown ? auth.owner : null) ?? owners.get(socket.conn) ?? parts.createId();
    owners.set(socket.conn, owner);
    (socket.data as { owner: string }).owner = owner;
    return undefined;
  }
  room.use((socket, next) => void enter(socket).then(next, next));

  room.on('connection', (socket) => {
    const { owner } = socket.data as { owner: string };
    const own = (id: string): Upload | Refused => uploads.find(owner, id) ?? unknownId(id);
    const written = (id: string): Upload | Refused => {
      const upload = own(id);
      if ('kind' in upload) return upload;
      return writers.get(upload) === socket ? upload : takenOver;
    };

    async function ready(upload: Upload): Promise<Ready | Refused> {
      const before = writers.get(upload);
      // Whoever left while the file was made does not write it.
      if (socket.connected) writers.set(upload, socket);
      if (before !== undefined && before !== socket) {
        before.emit('aborted', {
          id: upload.id,
          code: takenOver.code,
          message: takenOver.message,
        });
      }
      return {
        kind: 'ready',
        id: upload.id,
        // What the one before had sent is written first, so that `next` is true.
        next: await upload.settle(),
        chunkBytes: WIRE_LIMITS.chunkBytes,
        window: WIRE_LIMITS.window,
      };
    }

    answerEvents<'upload'>(
      socket,
      'upload',
      {
        async start(file) {
          if (file.resume === undefined) {
            const upload = await uploads.start(owner, file);
            if ('kind' in upload) return upload;
            return ready(upload);
          }
          const upload = own(file.resume);
          if ('kind' in upload) return (await elsewhere(owner, file.resume)) ?? upload;
          if (upload.file.size !== file.size) {
            return refused(
              'changed',
              `The upload was started with ${upload.file.size} bytes, and the file has ${file.size} now. Start it anew.`,
            );
          }
          return ready(upload);
        },
        chunk({ id, offset }, bytes) {
          const upload = written(id);
          return 'kind' in upload ? upload : upload.accept(offset, bytes);
        },
        async done({ id, sha256 }) {
          const upload = written(id);
          if ('kind' in upload) return upload;
          const answer = await upload.finish(sha256);
          if (answer.kind === 'saved') log('upload-saved', { id, bytes: answer.size });
          return answer;
        },
        async abort({ id }) {
          const upload = own(id);
          if ('kind' in upload) return upload;
          // Whoever writes it is told, unless it is the one who asked.
          if (writers.get(upload) === socket) writers.delete(upload);
          await uploads.remove(upload, refused('cancelled', 'You gave this upload up.'));
          return { kind: 'aborted', id };
        },
        list: () => ({ kind: 'listing', uploads: uploads.list(owner) }),
      },
      log,
    );

    socket.on('disconnect', () => {
      for (const [upload, writer] of writers) if (writer === socket) writers.delete(upload);
    });
    socket.emit('hello', { owner, fileBytes: uploads.fileBytes });
  });
}
