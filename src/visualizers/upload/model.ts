/**
 * Which bytes of a file are read, in flight, acknowledged and saved, at a step of the run. Pure: a message log (and the
 * recording, for what was read) goes in, a ruler of bytes for each file comes out.
 */
import { overlaps, type ByteRange } from '../../core/bytes/ranges';
import type { FilePart, NetLog, NetMessage } from '../../core/trace/net-log';
import { messagesAt, type MessageThen, type NetStep } from '../messages/moment';
import { readsOf, type BlobRead } from './blob-reads';
import { addAll, addRange, bytesIn, covers, removeRange, type ByteSet } from './byte-set';

export const LANES = ['read', 'inFlight', 'acknowledged', 'saved'] as const;
export type Lane = (typeof LANES)[number];

/** The furthest that all bytes of a chunk have come. `lost`: sent, and the connection went before an answer came. */
export type ChunkState = 'unsent' | 'read' | 'lost' | 'inFlight' | 'acknowledged' | 'saved';

/** A range of bytes that was sent together, or of bytes that never were. */
export interface UploadChunk {
  /** From 1. */
  readonly number: number;
  readonly range: ByteRange;
  readonly state: ChunkState;
  /** How often it had been sent. */
  readonly sent: number;
  /** Numbers of the messages that carry it or answer for it, at any step. */
  readonly messages: readonly number[];
}

export interface UploadFile {
  /** The lab's id of the upload, or the file's name. */
  readonly file: string;
  readonly name: string;
  /** Null while nobody has said it. */
  readonly size: number | null;
  /** Bytes along the ruler: the size, or what is known of it. */
  readonly extent: number;
  readonly lanes: Readonly<Record<Lane, ByteSet>>;
  /** Sent, and the connection went before an answer came. */
  readonly lost: ByteSet;
  readonly chunks: readonly UploadChunk[];
  /** Bytes that were sent at least once. */
  readonly sentBytes: number;
  readonly acknowledgedBytes: number;
  readonly savedBytes: number;
}

/** What is the same at every step: the files, and where each is cut into chunks. */
export interface UploadPlan {
  readonly log: NetLog;
  readonly files: readonly PlannedFile[];
}

interface PlannedFile {
  readonly file: string;
  readonly name: string;
  readonly size: number | null;
  readonly extent: number;
  readonly parts: ReadonlyMap<number, FilePart>;
  readonly rooms: ReadonlySet<string | null>;
  readonly reads: readonly BlobRead[];
  readonly chunks: readonly PlannedChunk[];
}

interface PlannedChunk {
  readonly range: ByteRange;
  /** Messages that carry bytes of it. */
  readonly carriers: readonly number[];
  /** Those, and the ones that answer for it. */
  readonly messages: readonly number[];
}

export function planUploads(log: NetLog, reads: readonly BlobRead[] = []): UploadPlan {
  const taken = new Set<number>();
  return { log, files: filesOf(log).map((file) => planFile(file, log.messages, reads, taken)) };
}

/** Every file that the log speaks of, in order, as it was at `step`. */
export function uploadsAt({ log, files }: UploadPlan, step: NetStep): readonly UploadFile[] {
  const then = messagesAt(log, step);
  return files.map((file) => uploadAt(file, then, step));
}

interface Named {
  readonly file: string;
  readonly name: string;
  readonly size: number | null;
  readonly parts: ReadonlyMap<number, FilePart>;
}

/** Files by id. What was said under a name, before there was an id, is of the first file that got that name. */
function filesOf({ messages }: NetLog): readonly Named[] {
  const ids = new Map<string, string>();
  for (const { part } of messages)
    if (part?.name != null && part.file !== part.name && !ids.has(part.name))
      ids.set(part.name, part.file);
  const files = new Map<
    string,
    { name: string; size: number | null; parts: Map<number, FilePart> }
  >();
  for (const { id, from, part } of messages) {
    // Bytes that the lab sends are on their way to the program: nobody acknowledges or saves them there.
    if (part === null || (part.says === 'sent' && from === 'lab')) continue;
    const key = part.name === part.file ? (ids.get(part.file) ?? part.file) : part.file;
    const file = files.get(key) ?? { name: key, size: null, parts: new Map<number, FilePart>() };
    file.name = part.name ?? file.name;
    file.size = part.size ?? file.size;
    file.parts.set(id, part);
    files.set(key, file);
  }
  return [...files].map(([file, facts]) => ({ file, ...facts }));
}

function planFile(
  named: Named,
  messages: readonly NetMessage[],
  reads: readonly BlobRead[],
  taken: Set<number>,
): PlannedFile {
  const { parts, size } = named;
  const mine = messages.filter(({ id }) => parts.has(id));
  const extent = size ?? Math.max(0, ...[...parts.values()].map(({ end }) => end));
  const sent = mine.flatMap(({ id, step, from }) => {
    const part = parts.get(id);
    return part?.says === 'sent' && part.end > part.start
      ? [{ id, range: part, step: from === 'client' ? step : null }]
      : [];
  });
  return {
    ...named,
    extent,
    rooms: new Set(mine.map(({ room }) => room)),
    reads: readsOf(sent, extent, reads, taken),
    chunks: planChunks(sent, answersOf(mine, parts), extent),
  };
}

/** The ruler cut wherever a message's bytes begin or end. A log has thousands of messages: each is placed once. */
function planChunks(
  sent: readonly { readonly id: number; readonly range: ByteRange }[],
  answers: readonly Answer[],
  extent: number,
): readonly PlannedChunk[] {
  const edges = new Set([0, extent]);
  for (const { range } of sent)
    edges.add(Math.min(range.start, extent)).add(Math.min(range.end, extent));
  const cuts = [...edges].sort((a, b) => a - b);
  const chunks = cuts.slice(1).map((end, index) => ({
    range: { start: cuts[index] ?? 0, end },
    carriers: new Set<number>(),
    messages: new Set<number>(),
  }));
  const within = ({ start, end }: ByteRange) =>
    chunks.slice(firstFrom(cuts, start), firstFrom(cuts, end));
  const carried = new Map<number, ByteRange>();
  for (const { id, range } of sent) {
    carried.set(id, range);
    for (const chunk of within(range)) {
      chunk.carriers.add(id);
      chunk.messages.add(id);
    }
  }
  for (const { message, newly } of answers) {
    const answered = carried.get(message.answers ?? -1);
    for (const chunk of [...(answered ? within(answered) : []), ...within(newly)])
      chunk.messages.add(message.id);
  }
  return chunks.map(({ range, carriers, messages }) => ({
    range,
    carriers: [...carriers],
    messages: [...messages].sort((a, b) => a - b),
  }));
}

/** The place of the first number in a list in order that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Answer {
  readonly message: NetMessage;
  /** The bytes that were not acknowledged (or saved) before it. */
  readonly newly: ByteRange;
}

function answersOf(
  mine: readonly NetMessage[],
  parts: ReadonlyMap<number, FilePart>,
): readonly Answer[] {
  const upTo = { acknowledged: 0, saved: 0 };
  return mine.flatMap((message) => {
    const part = parts.get(message.id);
    if (part?.says !== 'acknowledged' && part?.says !== 'saved') return [];
    const newly = { start: upTo[part.says], end: part.end };
    upTo[part.says] = Math.max(newly.start, part.end);
    return [{ message, newly }];
  });
}

interface Progress {
  sent: ByteSet;
  inFlight: ByteSet;
  lost: ByteSet;
  acknowledged: number;
  saved: number;
}

function uploadAt(
  { file, name, size, extent, parts, rooms, reads, chunks }: PlannedFile,
  then: readonly MessageThen[],
  step: NetStep,
): UploadFile {
  const progress: Progress = { sent: [], inFlight: [], lost: [], acknowledged: 0, saved: 0 };
  for (const { message, fate } of inOrder(then, parts)) {
    const part = parts.get(message.id);
    if (part) take(progress, part, fate);
    else if (message.what === 'close' && rooms.has(message.room)) loseFlight(progress);
  }
  const { sent, inFlight, lost } = progress;
  const read = reads.filter((each) => each.step <= step).map(({ range }) => range);
  const lanes = {
    read: addAll(addAll([], read), sent),
    inFlight,
    acknowledged: addRange([], { start: 0, end: progress.acknowledged }),
    saved: addRange([], { start: 0, end: progress.saved }),
  };
  return {
    file,
    name,
    size,
    extent,
    lanes,
    lost,
    chunks: chunks.map(({ range, carriers, messages }, index) => ({
      number: index + 1,
      range,
      state: stateOf(range, lanes, lost),
      sent: carriers.filter((id) => then[id]?.fate !== 'not yet').length,
      messages,
    })),
    sentBytes: bytesIn(sent),
    acknowledgedBytes: progress.acknowledged,
    savedBytes: progress.saved,
  };
}

/** What there is by then, as the client lives it: sent when it is sent, an answer when it is heard. */
function inOrder(
  then: readonly MessageThen[],
  parts: ReadonlyMap<number, FilePart>,
): readonly MessageThen[] {
  const says = ({ message }: MessageThen) => parts.get(message.id)?.says;
  const at = (each: MessageThen) => {
    const { sentAt, arrivedAt } = each.message;
    return says(each) === 'sent' ? sentAt : (arrivedAt ?? sentAt);
  };
  return then
    .filter((each) => {
      const { fate, message } = each;
      if (!parts.has(message.id) && message.what !== 'close') return false;
      if (says(each) === 'sent') return fate !== 'not yet';
      return fate === 'arrived' || fate === 'twice';
    })
    .sort((a, b) => at(a) - at(b) || a.message.id - b.message.id);
}

function take(progress: Progress, part: FilePart, fate: MessageThen['fate']): void {
  const { start, end } = part;
  switch (part.says) {
    case 'sent':
      progress.sent = addRange(progress.sent, part);
      if (fate === 'lost') progress.lost = addRange(progress.lost, part);
      else {
        progress.inFlight = addRange(progress.inFlight, part);
        progress.lost = removeRange(progress.lost, part);
      }
      return;
    case 'saved':
      progress.saved = Math.max(progress.saved, end);
      acknowledge(progress, end);
      return;
    case 'acknowledged':
      acknowledge(progress, end);
      return;
    case 'wanted':
      // The lab has what lies below, and no more than that, whatever it said before.
      loseFlight(progress);
      progress.acknowledged = start;
      progress.saved = Math.min(progress.saved, start);
      acknowledge(progress, start);
      return;
  }
}

function acknowledge(progress: Progress, end: number): void {
  progress.acknowledged = Math.max(progress.acknowledged, end);
  const below = { start: 0, end: progress.acknowledged };
  progress.inFlight = removeRange(progress.inFlight, below);
  progress.lost = removeRange(progress.lost, below);
}

function loseFlight(progress: Progress): void {
  progress.lost = addAll(progress.lost, progress.inFlight);
  progress.inFlight = [];
}

function stateOf(range: ByteRange, lanes: UploadFile['lanes'], lost: ByteSet): ChunkState {
  if (covers(lanes.saved, range)) return 'saved';
  if (covers(lanes.acknowledged, range)) return 'acknowledged';
  if (lanes.inFlight.some((each) => overlaps(each, range))) return 'inFlight';
  if (lost.some((each) => overlaps(each, range))) return 'lost';
  return covers(lanes.read, range) ? 'read' : 'unsent';
}

/** Chunks that lie side by side, as many as a pointer can tell apart. */
export interface ChunkGroup {
  readonly first: number;
  readonly last: number;
  readonly range: ByteRange;
  /** Null where they differ. */
  readonly state: ChunkState | null;
  readonly sent: number;
  readonly messages: readonly number[];
}

export const MAX_GROUPS = 24;

export function groupChunks(chunks: readonly UploadChunk[]): readonly ChunkGroup[] {
  const size = Math.max(1, Math.ceil(chunks.length / MAX_GROUPS));
  const groups: ChunkGroup[] = [];
  for (let from = 0; from < chunks.length; from += size) {
    const some = chunks.slice(from, from + size);
    const [first] = some;
    const last = some.at(-1);
    if (!first || !last) continue;
    groups.push({
      first: first.number,
      last: last.number,
      range: { start: first.range.start, end: last.range.end },
      state: some.every(({ state }) => state === first.state) ? first.state : null,
      sent: Math.max(...some.map(({ sent }) => sent)),
      messages: some.flatMap(({ messages }) => messages),
    });
  }
  return groups;
}

/** Where along the ruler a byte lies, from 0 to 1. */
export const placeOf = (byte: number, { extent }: Pick<UploadFile, 'extent'>): number =>
  extent === 0 ? 0 : Math.max(0, Math.min(1, byte / extent));

/** Bytes to write under the ruler: 0, the end, and round numbers between them that do not crowd. */
export function rulerTicks(extent: number, most = 6): readonly number[] {
  if (extent === 0) return [0];
  const rough = extent / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = Math.max(1, ([1, 2, 5, 10].find((by) => by * power >= rough) ?? 10) * power);
  const ticks = [];
  for (let at = 0; at < extent - unit * 0.6; at += unit) ticks.push(at);
  return [...ticks, extent];
}
