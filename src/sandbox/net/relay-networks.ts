/** The networks of the runs in this relay, and the server halves that they talk to. Loaded by the first run that has one. */
import { PROTOCOL_VERSION, type HostMessage } from '../../core/protocol/messages';
import type { NetCall, NetEvent } from '../../core/protocol/net';
import type { LinkConditions, NetMessage } from '../../core/trace/net-log';
import { realClock } from './clock';
import type { LabBackend, Say } from './lab-backend';
import { PageLab, type LabSeat } from './page-lab';
import { objectionTo, Requests } from './requests';
import { RunNetwork } from './run-network';

/** About one animation frame. */
const CHANGES_MS = 16;

export interface LineEnd {
  readonly runId: string;
  /** Into the realm. */
  post(message: HostMessage): void;
  /** What is new in the log. */
  changed(changes: readonly NetMessage[], omitted: number): void;
}

export interface ClientOptions {
  readonly lab: 'server' | 'page';
  readonly labRunId: string | null;
  readonly base: string;
  readonly conditions: LinkConditions;
}

/** One run's end of the network. */
export interface RelayNetwork {
  call(call: NetCall): void;
  serve(event: NetEvent): void;
  /** The realm has taken its program. */
  started(): void;
  setConditions(conditions: LinkConditions): void;
  disconnect(): void;
  /** Says now what is new in the log. */
  flush(): void;
  close(): void;
}

const labs = new Map<string, Seat>();

/** A server half by the name of its run, from whoever asks first: its client or itself. */
function labOf(runId: string): Seat {
  let seat = labs.get(runId);
  if (seat === undefined) labs.set(runId, (seat = new Seat()));
  return seat;
}

class Seat implements LabSeat {
  #post: ((call: NetCall) => void) | null = null;
  #waiting: NetCall[] = [];
  #event: (event: NetEvent) => void = () => undefined;
  #gone: (reason: string) => void = () => undefined;
  #goneWhy: string | null = null;

  tell(call: NetCall): void {
    if (this.#post !== null) this.#post(call);
    else if (this.#goneWhy === null) this.#waiting.push(call);
  }

  listen(event: (event: NetEvent) => void, gone: (reason: string) => void): void {
    this.#event = event;
    this.#gone = gone;
    if (this.#goneWhy !== null) gone(this.#goneWhy);
  }

  run(post: (call: NetCall) => void): void {
    this.#post = post;
    for (const call of this.#waiting.splice(0)) post(call);
  }

  heard(event: NetEvent): void {
    this.#event(event);
  }

  leave(reason: string): void {
    if (this.#goneWhy !== null) return;
    this.#goneWhy = reason;
    this.#post = null;
    this.#waiting = [];
    this.#gone(reason);
  }
}

/** The words for a server half that has ended for a reason that its own listener is told. */
const LAB_ENDED = 'The server half is not running any more. Press Run to start both halves again.';

export async function openClient(end: LineEnd, options: ClientOptions): Promise<RelayNetwork> {
  const openLab = await backendOf(options);
  let hasStarted = false;
  let isDue = false;
  const network: RunNetwork = new RunNetwork({
    clock: realClock,
    conditions: options.conditions,
    openLab,
    tell: (event) => end.post({ v: PROTOCOL_VERSION, runId: end.runId, kind: 'net', event }),
    changed: () => {
      if (isDue) return;
      isDue = true;
      setTimeout(flush, CHANGES_MS);
    },
  });
  function flush(): void {
    isDue = false;
    const { changes, omitted } = network.takeChanges();
    end.changed(changes, omitted);
  }
  return {
    call: (call) => network.call(call),
    serve: () => undefined,
    started: () => (hasStarted = true),
    setConditions: (conditions) => network.setConditions(conditions),
    disconnect: () => network.disconnect(),
    flush,
    close() {
      network.close();
      flush();
      // One that never started is followed by another realm with the same program (live-run.ts), and the same lab.
      if (hasStarted && options.labRunId !== null) labs.delete(options.labRunId);
    },
  };
}

async function backendOf({
  lab,
  labRunId,
  base,
}: ClientOptions): Promise<(say: Say) => LabBackend> {
  if (lab === 'page')
    return (say) => new PageLab(labOf(labRunId ?? ''), new Requests(base, say), say);
  const { ServerLab } = await import('./server-lab');
  return (say) => new ServerLab(base, say);
}

/** The realm of a server half: it serves, and may ask for the site's media. */
export function openServer(end: LineEnd, base: string): RelayNetwork {
  const seat = labOf(end.runId);
  let hasStarted = false;
  let messages = 0;
  const say: Say = (event) =>
    end.post({
      v: PROTOCOL_VERSION,
      runId: end.runId,
      kind: 'net',
      event: { ...event, message: messages++ } as NetEvent,
    });
  const media = new Requests(base, say);
  return {
    call(call) {
      if (call.op === 'pull' || call.op === 'cancel') media.call(call);
      if (call.op !== 'fetch') return;
      const { request, path } = call;
      const isMedia = path.startsWith('/media/') && objectionTo(call) === null;
      if (isMedia) media.call(call);
      else
        say({
          op: 'failed',
          request,
          reason: `There is no file ${JSON.stringify(path.slice(0, 80))}.`,
        });
    },
    serve: (event) => seat.heard(event),
    started() {
      hasStarted = true;
      seat.run((call) => end.post({ v: PROTOCOL_VERSION, runId: end.runId, kind: 'serve', call }));
    },
    setConditions: () => undefined,
    disconnect: () => undefined,
    flush: () => undefined,
    close() {
      media.drop();
      // One that never started may have a second realm; where it has none, the run says so (lab-half.ts).
      if (hasStarted) seat.leave(LAB_ENDED);
    },
  };
}

/** The server half with this run will not answer, or not any more. */
export function leaveLab(labRunId: string, reason: string): void {
  labOf(labRunId).leave(reason);
}
