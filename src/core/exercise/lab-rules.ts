/** Rules on what the lab behind a call's socket noted. Nothing that a program says of itself counts. */
import { sha256 } from '../bytes/sha-256';
import { fails } from './feedback';
import { bytesOfFile } from './made-file';
import { fileOf, labOf, mostInFlight } from './records';
import { noResult, type CallRule } from './result-rules';

/** The lab has all bytes of the file, said so, and its hash is the file's. */
export function labSaved(): CallRule {
  return (call) => {
    const { messages, sha256: hash } = labOf(call);
    const file = fileOf(call, 'socket');
    const refusal = messages.find(({ event }) => event === 'refused');
    const has = messages.at(-1)?.next ?? 0;
    if (hash !== null && hash === sha256(bytesOfFile(file))) return null;
    const stopped = refusal === undefined ? noResult(call) : null;
    if (stopped !== null) return stopped;
    const wrong = messages.find(({ event, same }) => event === 'chunk' && !same);
    return fails(call, {
      kind: 'lab',
      size: file.byteLength,
      has,
      isDone: hash !== null,
      refusal: refusal?.code ?? null,
      differsAt: wrong?.offset ?? null,
    });
  };
}

/** The lab refused nothing. */
export function labRefusedNothing(): CallRule {
  return (call) => {
    const refusal = labOf(call).messages.find(({ event }) => event === 'refused');
    if (refusal === undefined) return null;
    return fails(call, {
      kind: 'lab',
      size: fileOf(call, 'socket').byteLength,
      has: refusal.next,
      isDone: false,
      refusal: refusal.code,
      differsAt: null,
    });
  };
}

/** So many chunks at most were without an acknowledgement at any moment. */
export function inFlightAtMost(most: number): CallRule {
  return (call) => {
    const found = mostInFlight(labOf(call));
    return found <= most ? null : fails(call, { kind: 'in-flight', found, most, least: null });
  };
}

/** Once so many chunks were to be sent, so many were in flight. */
export function inFlightAtLeast(least: number): CallRule {
  return (call) => {
    const record = labOf(call);
    const found = mostInFlight(record);
    const chunks = record.messages.filter(({ event }) => event === 'chunk').length;
    if (chunks < least || found >= least) return null;
    return fails(call, { kind: 'in-flight', found, most: null, least });
  };
}

/** From the first chunk to the last there was always one on its way. */
export function neverIdle(): CallRule {
  return (call) => {
    const { messages } = labOf(call);
    const last = messages.findLastIndex(({ event }) => event === 'chunk');
    const idle = messages.findIndex(
      ({ event, inFlight }, i) => i < last && event === 'ack' && inFlight === 0,
    );
    return idle < 0 ? null : fails(call, { kind: 'idle', after: messages[idle]?.next ?? 0 });
  };
}
