/**
 * Socket.IO's decoder, with what it leaves open closed. It hands every argument of a packet to a function call, and a
 * call with some hundred thousand arguments is a RangeError outside every try: one packet would end the process.
 * @see https://socket.io/docs/v4/socket-io-protocol/
 */
import { Decoder } from 'socket.io-parser';
import { WIRE_LIMITS } from '../../src/core/wire/limits.ts';

/** The name of an event, its head, its bytes, and some to spare: the door says what is wrong with them. */
const MOST_ARGUMENTS = 8;
/** No event of the lab has more. */
const MOST_ATTACHMENTS = 1;

/** What this throws ends the connection. */
export class LabDecoder extends Decoder {
  constructor() {
    super({ maxAttachments: MOST_ATTACHMENTS });
  }

  override add(message: unknown): void {
    if (typeof message === 'string') {
      // Bytes travel as attachments, so a text is only words.
      if (message.length > WIRE_LIMITS.messageBytes) throw new Error('a text too large');
      if (countArguments(message) > MOST_ARGUMENTS) throw new Error('too many arguments');
    }
    super.add(message);
  }
}

/** Arguments of an event or an answer; 0 for what has none or cannot be read, which the parser refuses by itself. */
function countArguments(packet: string): number {
  const start = packet.indexOf('[');
  if (start < 0) return 0;
  try {
    const list: unknown = JSON.parse(packet.slice(start));
    return Array.isArray(list) ? list.length : 0;
  } catch {
    return 0;
  }
}
