/** Logs for tests, written message by message: each that is sent or heard is a step, and a millisecond passes. */
import { EMPTY_MEMORY } from './memory-state';
import type { FilePart, LabKind, NetLog, NetMessage } from './net-log';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED, ROW_WORDS } from './rows';
import { EMPTY_TRACE, type StepDetail, type Trace } from './trace';

type Words = Pick<NetMessage, 'what' | 'name'> & Partial<NetMessage>;

/** A conversation that is being had. */
export class Conversation {
  readonly #messages: NetMessage[] = [];
  readonly #lab: LabKind;
  #now = 0;
  #step = 0;

  constructor(lab: LabKind = 'page') {
    this.#lab = lab;
  }

  /** Something else happened in the program: `steps` accesses. */
  pass(steps: number): void {
    this.#step += steps;
  }

  /** The client sends; the message is on its way until `arrive`. */
  send(words: Words): number {
    return this.#add('client', words, ++this.#step);
  }

  /** The lab sends; the program has not heard it until `arrive`. */
  reply(words: Words): number {
    return this.#add('lab', words, null);
  }

  /** The message with this number is there; the program hears what is from the lab. */
  arrive(id: number, fate: 'arrived' | 'twice' = 'arrived'): void {
    const message = this.#messages[id];
    if (message === undefined) throw new RangeError(`No message ${id}`);
    const step = message.from === 'lab' ? ++this.#step : message.step;
    this.#messages[id] = { ...message, fate, step, arrivedAt: ++this.#now };
  }

  lose(id: number): void {
    const message = this.#messages[id];
    if (message !== undefined) this.#messages[id] = { ...message, fate: 'lost' };
  }

  /** Sends and arrives. */
  tell(words: Words): number {
    const id = this.send(words);
    this.arrive(id);
    return id;
  }

  hear(words: Words): number {
    const id = this.reply(words);
    this.arrive(id);
    return id;
  }

  log(omitted = 0): NetLog {
    return { lab: this.#lab, messages: [...this.#messages], omitted };
  }

  #add(from: NetMessage['from'], words: Words, step: number | null): number {
    const id = this.#messages.length;
    this.#messages.push({
      id,
      from,
      room: '/upload',
      answers: null,
      brief: '',
      byteLength: 0,
      part: null,
      sentAt: ++this.#now,
      arrivedAt: null,
      fate: 'on its way',
      ...words,
      step,
    });
    return id;
  }
}

const CHUNK = 102_400;
export const UPLOAD_SIZE = 250_000;

interface Sent {
  readonly file: string;
  readonly name: string;
  readonly size: number;
}

const partOf = (
  { file, name, size }: Sent,
  says: FilePart['says'],
  start: number,
  end: number,
): FilePart => ({ file, name, size, says, start, end });

const open = (talk: Conversation) => {
  talk.tell({ what: 'open', name: 'connect' });
  talk.hear({
    what: 'event',
    name: 'hello',
    brief: "{owner: 'o1', fileBytes: 1073741824}",
  });
};

const start = (talk: Conversation, sent: Sent, next = 0) => {
  const { file, name, size } = sent;
  const asked = talk.tell({
    what: 'event',
    name: 'start',
    brief: `{name: '${name}', size: ${size}${next > 0 ? `, resume: '${file}'` : ''}}`,
    part: partOf({ ...sent, file: name }, 'sent', 0, 0),
  });
  talk.hear({
    what: 'answer',
    name: 'start',
    answers: asked,
    brief: `{kind: 'ready', id: '${file}', next: ${next}}`,
    part: partOf(sent, 'wanted', next, size),
  });
};

const sendChunk = (talk: Conversation, sent: Sent, from: number, chunk = CHUNK): number => {
  const end = Math.min(sent.size, from + chunk);
  return talk.send({
    what: 'event',
    name: 'chunk',
    brief: `{id: '${sent.file}', offset: ${from}}, Uint8Array(${end - from})`,
    byteLength: end - from,
    part: partOf(sent, 'sent', from, end),
  });
};

const acknowledge = (talk: Conversation, sent: Sent, chunk: number, next: number): void => {
  talk.arrive(chunk);
  talk.hear({
    what: 'answer',
    name: 'chunk',
    answers: chunk,
    brief: `{kind: 'ack', next: ${next}, saved: ${next}}`,
    part: partOf(sent, 'acknowledged', 0, next),
  });
};

const finish = (talk: Conversation, sent: Sent): void => {
  const done = talk.tell({ what: 'event', name: 'done', brief: `{id: '${sent.file}'}` });
  talk.hear({
    what: 'answer',
    name: 'done',
    answers: done,
    brief: `{kind: 'saved', id: '${sent.file}', size: ${sent.size}}`,
    part: partOf(sent, 'saved', 0, sent.size),
  });
};

const photo: Sent = { file: 'u1', name: 'photo.bin', size: UPLOAD_SIZE };

/** 250,000 bytes by 102,400, each chunk acknowledged before the next. Messages 4, 6 and 8 are the chunks. */
export function goodUpload(): NetLog {
  const talk = new Conversation();
  open(talk);
  start(talk, photo);
  for (let from = 0; from < photo.size; from += CHUNK) {
    talk.pass(1);
    const chunk = sendChunk(talk, photo, from);
    acknowledge(talk, photo, chunk, Math.min(photo.size, from + CHUNK));
  }
  finish(talk, photo);
  return talk.log();
}

/** The second chunk is lost with the connection; the client comes back and goes on where the lab says. */
export function resumedUpload(): NetLog {
  const talk = new Conversation();
  open(talk);
  start(talk, photo);
  acknowledge(talk, photo, sendChunk(talk, photo, 0), CHUNK);
  talk.lose(sendChunk(talk, photo, CHUNK));
  talk.hear({ what: 'close', name: 'disconnect', brief: "'transport close'" });
  open(talk);
  start(talk, photo, CHUNK);
  acknowledge(talk, photo, sendChunk(talk, photo, CHUNK), 2 * CHUNK);
  acknowledge(talk, photo, sendChunk(talk, photo, 2 * CHUNK), photo.size);
  finish(talk, photo);
  return talk.log();
}

/** Two files in turn, two chunks of each on their way at once; the first file is saved, the second is not done yet. */
export function twoUploads(): NetLog {
  const talk = new Conversation('server');
  const first: Sent = { file: 'u1', name: 'first.bin', size: 150_000 };
  const second: Sent = { file: 'u2', name: 'second.bin', size: 300_000 };
  open(talk);
  start(talk, first);
  start(talk, second);
  const a = sendChunk(talk, first, 0);
  const b = sendChunk(talk, second, 0);
  const c = sendChunk(talk, first, CHUNK);
  const d = sendChunk(talk, second, CHUNK);
  acknowledge(talk, first, a, CHUNK);
  acknowledge(talk, second, b, CHUNK);
  acknowledge(talk, first, c, first.size);
  finish(talk, first);
  talk.arrive(d);
  sendChunk(talk, second, 2 * CHUNK);
  return talk.log();
}

/** `chunks` chunks of 1,000 bytes, each acknowledged. */
export function longUpload(chunks: number): NetLog {
  const talk = new Conversation();
  const long: Sent = { file: 'u1', name: 'long.bin', size: chunks * 1000 };
  open(talk);
  start(talk, long);
  for (let from = 0; from < long.size; from += 1000)
    acknowledge(talk, long, sendChunk(talk, long, from, 1000), from + 1000);
  return talk.log();
}

/** A recording in which each step of a log is a message. */
export function traceOf(log: NetLog): Trace {
  const steps = Math.max(0, ...log.messages.map(({ step }) => step ?? 0));
  const rows = new Uint32Array(steps * ROW_WORDS);
  const details: StepDetail[] = [];
  for (let step = 1; step <= steps; step++) {
    const message = log.messages.find((each) => each.step === step);
    const at = (step - 1) * ROW_WORDS;
    rows[at] = packMeta(KIND.message, RANGED, 0, NO_BUFFER, NO_VIEW);
    rows[at + 4] = message?.byteLength ?? 0;
    rows[at + 5] = details.length;
    details.push({ operation: message?.name ?? '', source: null });
  }
  const final = EMPTY_MEMORY;
  return { ...EMPTY_TRACE, steps, rows, details, tasks: steps > 0 ? [1] : [], final };
}
