/** What the processes of one lab ask each other: whether a reader has anything there, and how much of an upload is saved. */
import type { Server } from 'socket.io';
import type { UploadPeers } from '../../src/core/lab/upload-room.ts';
import type { Uploads } from '../../src/core/lab/uploads.ts';

export function openUploadPeers(io: Server, uploads: Uploads): UploadPeers {
  const room = io.of('/upload');
  room.on('knows', (owner: string, reply: (known: boolean) => void) => reply(uploads.knows(owner)));
  room.on('where', (owner: string, id: string, reply: (saved: number | null) => void) =>
    reply(uploads.find(owner, id)?.progress.saved ?? null),
  );
  /** The answers of the others. Where one does not answer in time, there are none. */
  const ask = (event: 'knows' | 'where', ...args: string[]): Promise<unknown[]> =>
    room.serverSideEmitWithAck(event, ...args).then(
      (answers: unknown[]) => answers,
      () => [],
    );
  return {
    knows: async (owner) => (await ask('knows', owner)).includes(true),
    async where(owner, id) {
      const saved = (await ask('where', owner, id)).find((each) => typeof each === 'number');
      return saved ?? null;
    },
  };
}
