/** The lab in the page, for recordings: its realm in a second thread, media from the project's folder. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { instrument } from '../core/instrument';
import { mediaTypeOf } from '../core/lab/media';
import { PROTOCOL_VERSION, RUN_BUDGET, type RunMessage } from '../core/protocol/messages';
import type { NetCall, NetEvent } from '../core/protocol/net';
import { parseRealmMessage } from '../core/protocol/parse';
import { appendConsole } from '../core/trace/append-console';
import type { ConsoleEntry } from '../core/trace/console-entry';
import { CLEAR_LINK, type NetLog, type NetMessage } from '../core/trace/net-log';
import type { NamedFile } from '../core/wire/media';
import { PageLab, type LabSeat } from '../sandbox/net/page-lab';
import { objectionTo, type RequestCall, type RequestCalls } from '../sandbox/net/requests';
import { RunNetwork } from '../sandbox/net/run-network';
import type { Say } from '../sandbox/net/lab-backend';
import { findRoot, startRealm } from './node-realm';
import { TUS_SCRIPT } from './tus-script';

export interface RecordedNetwork {
  call(call: NetCall): void;
  log(): NetLog;
  close(): void;
}
export interface RecordedLab {
  /** What the server half printed so far. */
  readonly console: readonly ConsoleEntry[];
  /** Its realm's event loop turns. */
  onAlive: () => void;
  connect(tell: (event: NetEvent) => void): RecordedNetwork;
  close(): Promise<void>;
}

type ServerHalf = { readonly source: string; readonly fileName: string } | null;

/** Messages that a page carries of a snippet. */
const EMBEDDED_MESSAGES = 300;

export async function openRecordedLab(half: ServerHalf, runId: string): Promise<RecordedLab> {
  const media = new FolderMedia(join(findRoot(), 'public/media'));
  const { worker, port } = await startRealm();
  const labRunId = `${runId}-lab`;
  let console: readonly ConsoleEntry[] = [];
  let hear: (event: NetEvent) => void = () => undefined;
  let messages = 0;
  const files = media.open((event) =>
    port.postMessage({
      ...{ v: PROTOCOL_VERSION, runId: labRunId, kind: 'net' },
      event: { ...event, message: messages++ },
    }),
  );
  port.on('message', (data: unknown) => {
    const parsed = parseRealmMessage(data, labRunId);
    if (parsed.kind === 'refused')
      throw new Error(`The lab said what does not parse: ${parsed.reason}`);
    const { message } = parsed;
    if (message.kind === 'alive') lab.onAlive();
    else if (message.kind === 'serve') hear(message.event);
    else if (message.kind === 'net' && 'request' in message.call) files.call(message.call);
    else if (message.kind === 'console') console = appendConsole(console, message.entries);
  });
  port.postMessage(await messageFor(half, labRunId, media.files));
  const seat: LabSeat = {
    tell: (call) => port.postMessage({ v: PROTOCOL_VERSION, runId: labRunId, kind: 'serve', call }),
    listen: (event) => (hear = event),
  };
  const lab: RecordedLab = {
    get console() {
      return console;
    },
    onAlive: () => undefined,
    connect: (tell) => connect(tell, (say) => new PageLab(seat, media.open(say), say)),
    async close() {
      port.close();
      await worker.terminate();
    },
  };
  return lab;
}

function connect(tell: (event: NetEvent) => void, openLab: (say: Say) => PageLab): RecordedNetwork {
  const messages: NetMessage[] = [];
  let omitted = 0;
  // A machine's own pace would make another page each time: a look at this clock is a millisecond.
  let now = 0;
  const network = new RunNetwork({
    clock: { now: () => now++, later: () => null, cancel: () => undefined },
    conditions: CLEAR_LINK,
    openLab,
    tell,
    changed: () => undefined,
  });
  return {
    call: (call) => network.call(call),
    log() {
      const taken = network.takeChanges();
      omitted = taken.omitted;
      for (const message of taken.changes) messages[message.id] = message;
      const kept = messages.slice(0, EMBEDDED_MESSAGES);
      return { lab: 'page', messages: kept, omitted: omitted + messages.length - kept.length };
    },
    close: () => network.close(),
  };
}

async function messageFor(
  half: ServerHalf,
  runId: string,
  media: readonly NamedFile[],
): Promise<RunMessage> {
  const program =
    half === null
      ? { code: await standardLab(), columns: [], functions: [], hookName: '$lab', sites: [] }
      : instrument(half.source, { goal: 'module', fileName: half.fileName, record: 'none' });
  if ('error' in program) {
    throw new Error(
      `${half?.fileName ?? ''}: the server half does not parse: ${program.error.message}`,
    );
  }
  return {
    v: PROTOCOL_VERSION,
    kind: 'run',
    runId,
    code: program.code,
    columns: program.columns,
    functions: program.functions,
    hookName: program.hookName,
    siteCount: program.sites.length,
    source: half?.source ?? '',
    goal: half === null ? 'script' : 'module',
    fileName: half?.fileName ?? 'lab.js',
    record: null,
    guardMs: RUN_BUDGET.guardMs,
    html: null,
    network: { role: 'server', media },
  };
}

let script: Promise<string> | null = null;

function standardLab(): Promise<string> {
  script ??= build({
    absWorkingDir: findRoot(),
    entryPoints: ['src/page-lab/main.ts'],
    ...{ bundle: true, write: false, format: 'iife', platform: 'browser', logLevel: 'silent' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

let tus: Promise<string> | null = null;

/** `tus` for a program that names it. */
export function tusScript(): Promise<string> {
  tus ??= build({ absWorkingDir: findRoot(), ...TUS_SCRIPT }).then(
    ({ outputFiles }) => outputFiles[0]?.text ?? '',
  );
  return tus;
}

/** The site's media before there is a site. */
class FolderMedia {
  readonly #folder: string;
  readonly files: readonly NamedFile[];

  constructor(folder: string) {
    this.#folder = folder;
    this.files = (existsSync(folder) ? readdirSync(folder).toSorted() : []).flatMap((name) => {
      const type = mediaTypeOf(name);
      return type === null ? [] : [{ name, type, size: statSync(join(folder, name)).size }];
    });
  }

  open(say: Say): RequestCalls {
    const bodies = new Map<number, Uint8Array | null>();
    return {
      call: (call) => this.#answer(call, bodies, say),
      drop: () => bodies.clear(),
    };
  }

  #answer(call: RequestCall, bodies: Map<number, Uint8Array | null>, say: Say): void {
    const { request } = call;
    if (call.op === 'cancel') bodies.delete(request);
    else if (call.op === 'pull') {
      const bytes = bodies.get(request) ?? null;
      bodies.set(request, null);
      say({ op: 'body', request, bytes });
    } else {
      const file = this.files.find(({ name }) => call.path === `/media/${name}`);
      if (file === undefined || objectionTo(call) !== null) {
        bodies.set(request, null);
        say({ op: 'response', request, status: 404, statusText: 'Not Found', headers: [] });
        return;
      }
      const whole = readFileSync(join(this.#folder, file.name));
      const [start, end] = rangeOf(call.headers, file.size) ?? [0, file.size];
      bodies.set(request, Uint8Array.from(whole.subarray(start, end)));
      const headers: [string, string][] = [
        ['content-type', file.type],
        ['content-length', String(end - start)],
      ];
      const isPart = end - start < file.size;
      if (isPart) headers.push(['content-range', `bytes ${start}-${end - 1}/${file.size}`]);
      const [status, statusText] = isPart ? [206, 'Partial Content'] : [200, 'OK'];
      say({ op: 'response', request, status, statusText, headers });
    }
  }
}

/** One range, `bytes=0-47` or `bytes=48-`, as a half-open one; null for none and for what a server may ignore. */
function rangeOf(
  headers: readonly (readonly [string, string])[],
  size: number,
): [start: number, end: number] | null {
  const value = headers.find(([name]) => name.toLowerCase() === 'range')?.[1] ?? '';
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(value) ?? [];
  const start = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  return first === '' || start >= end ? null : [start, end];
}
