/** The rooms `/image` and `/video` (core/wire/media.ts): one file, one message. */
import { refused, type Refused } from '../wire/refusal.ts';
import type { NamedFile } from '../wire/media.ts';
import { WHOLE_FILE_BYTES, type Media } from './media.ts';
import type { LabLog, LabServer, LabSocket } from './parts.ts';
import { answerEvents, roomOf } from './room.ts';

/** The words for a name that the room does not list. */
export const unknownFile = (files: readonly NamedFile[]): Refused =>
  refused(
    'unknown-file',
    files.length === 0
      ? 'This room has no files.'
      : `This room has no such file. It has ${files.map((each) => each.name).join(', ')}.`,
  );

export function openMediaRoom(
  io: LabServer,
  room: 'image' | 'video',
  media: Media,
  log: LabLog,
  /** Whether so many bytes more may go to this reader now. */
  hasRoom: (socket: LabSocket, bytes: number) => boolean,
): void {
  const files = media.files.filter((each) => each.type.startsWith(`${room}/`));
  roomOf(io, room).on('connection', (socket) => {
    answerEvents<'image' | 'video'>(
      socket,
      room,
      {
        list: () => ({ kind: 'names', files }),
        async get({ name }) {
          const file = files.find((each) => each.name === name);
          if (file === undefined) return unknownFile(files);
          if (file.size > WHOLE_FILE_BYTES) {
            return refused(
              'too-large',
              `The file has ${file.size} bytes, more than the ${WHOLE_FILE_BYTES} of one message. Take it from the room stream.`,
            );
          }
          if (!hasRoom(socket, file.size)) {
            return refused('busy', 'Too much is still on its way to you. Take that first.');
          }
          const bytes = await media.read(file);
          return { kind: 'file', name: file.name, type: file.type, bytes };
        },
      },
      log,
    );
  });
}
