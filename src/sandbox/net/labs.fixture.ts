/** For tests: a program's `io`, over the link and the log, to either lab, all in one process. */
import { buildLabScript, buildTusScript } from '../../../integrations/realm-page';
import { mediaTypeOf } from '../../core/lab/media';
import type { NetCall, NetEvent } from '../../core/protocol/net';
import type { MakeTus } from '../../core/protocol/tus';
import { CLEAR_LINK, type LinkConditions, type NetMessage } from '../../core/trace/net-log';
import { NetClient } from '../../realm/net/client-socket';
import { makeFiles } from '../../realm/net/files';
import { LabFetch } from '../../realm/net/lab-fetch';
import { MediaReader } from '../../realm/net/media-reader';
import { makeSiofu } from '../../realm/net/seed/file-upload-server';
import { ss } from '../../realm/net/seed/streams';
import { NetServer } from '../../realm/net/server';
import type { MessageRecorder } from '../../realm/net/socket';
import { realClock } from './clock';
import type { LabBackend, Say } from './lab-backend';
import { PageLab } from './page-lab';
import { RunNetwork } from './run-network';
import { ServerLab } from './server-lab';

type Tus = typeof import('tus-js-client');

const RECORDER: MessageRecorder = { message: () => 0, arrived: () => undefined };

export interface Client {
  readonly io: NetClient['io'];
  fetch(url: string, init?: RequestInit): Promise<Response>;
  tus(make: MakeTus): Tus;
  readonly network: RunNetwork;
  /** Calls as a realm might forge them. */
  send(call: NetCall): void;
  /** What the program was told. */
  readonly told: readonly NetEvent[];
  log(): readonly NetMessage[];
}

export function clientOf(
  openLab: (say: Say) => LabBackend,
  conditions: Partial<LinkConditions> = {},
): Client {
  let hear: (event: NetEvent) => void = () => undefined;
  const told: NetEvent[] = [];
  const network = new RunNetwork({
    clock: realClock,
    conditions: { ...CLEAR_LINK, ...conditions },
    openLab,
    // As a port has it: a copy, and not at once.
    tell: (event) => {
      const copy = structuredClone(event);
      told.push(copy);
      queueMicrotask(() => hear(copy));
    },
    changed: () => undefined,
  });
  const send = (call: NetCall): void => {
    const copy = structuredClone(call);
    queueMicrotask(() => network.call(copy));
  };
  const transport = { send, hear: () => undefined };
  const client = new NetClient(transport, RECORDER);
  const requests = new LabFetch(transport, RECORDER);
  hear = (event) => {
    if ('socket' in event) client.take(event);
    else requests.take(event);
  };
  const fetch = (url: string, init?: RequestInit) => requests.fetch(LabFetch.own(url), init);
  const slice = (blob: Blob, start: number, end: number) => blob.slice(start, end);
  const messages = new Map<number, NetMessage>();
  return {
    io: client.io,
    fetch,
    tus: (make) => make({ fetch, slice }) as Tus,
    network,
    send,
    told,
    log() {
      for (const each of network.takeChanges().changes) messages.set(each.id, each);
      return [...messages.values()].sort((a, b) => a.id - b.id);
    },
  };
}

/** What makes `tus`, evaluated as a realm does it. */
export async function evaluateTus(): Promise<MakeTus> {
  const { code } = await buildTusScript(process.cwd());
  return (0, eval)(code) as MakeTus;
}

export const serverLab =
  (port: number) =>
  (say: Say): LabBackend =>
    new ServerLab(`http://127.0.0.1:${port}/`, say);

const NO_MEDIA = { call: () => undefined, drop: () => undefined };

let script: Promise<string> | null = null;

/** The standard lab, or another server half, over the facades that it finds in its realm. */
export async function pageLab(
  media: Readonly<Record<string, Uint8Array>>,
  serverHalf?: string,
  print: (...values: unknown[]) => void = () => undefined,
): Promise<(say: Say) => LabBackend> {
  script ??= buildLabScript(process.cwd()).then(({ code }) => code);
  const code = serverHalf ?? (await script);
  return (say) => {
    let event: (event: NetEvent) => void = () => undefined;
    const server = new NetServer((told) => {
      const copy = structuredClone(told);
      queueMicrotask(() => event(copy));
    }, RECORDER);
    const reader: MediaReader = new MediaReader(
      { send: (call) => queueMicrotask(() => serve(call)), hear: () => undefined },
      Object.entries(media).flatMap(([name, bytes]) => {
        const type = mediaTypeOf(name);
        return type === null ? [] : [{ name, size: bytes.length, type }];
      }),
    );
    const pulled = new Set<number>();
    function serve(call: NetCall): void {
      if (call.op === 'fetch') {
        const bytes = media[call.path.slice('/media/'.length)] ?? new Uint8Array();
        files.set(call.request, bytes);
        const response = { status: 200, statusText: '', headers: [], message: 0 };
        reader.take({ op: 'response', request: call.request, ...response });
      } else if (call.op === 'pull') {
        const isOver = pulled.has(call.request);
        pulled.add(call.request);
        const bytes = isOver ? null : Uint8Array.from(files.get(call.request) ?? []);
        reader.take({ op: 'body', request: call.request, bytes, message: 0 });
      }
    }
    const files = new Map<number, Uint8Array>();
    const fs = makeFiles(reader);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a program, as a realm evaluates it
    const run = new Function('io', 'fs', 'siofu', 'ss', 'print', code) as (
      ...given: unknown[]
    ) => void;
    run(server.io, fs, makeSiofu(fs), ss, print);
    server.begin();
    const seat = {
      tell: (call: NetCall) => {
        const copy = structuredClone(call);
        queueMicrotask(() => server.take(copy));
      },
      listen: (listener: (event: NetEvent) => void) => (event = listener),
    };
    return new PageLab(seat, NO_MEDIA, say);
  };
}
