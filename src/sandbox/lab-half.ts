/** The other half of a run with a network: which lab it talks to, and the realm that runs the server half of one in the page. */
import type { Instrumented, SyntaxFailure } from '../core/instrument';
import { PROTOCOL_VERSION, RUN_BUDGET, type RunMessage } from '../core/protocol/messages';
import type { LabKind } from '../core/trace/net-log';
import type { ErrorReport, Outcome } from '../core/trace/run';
import type { NamedFile } from '../core/wire/media';
import type { ProgramNetwork, RunListener } from './index';
import { LiveRun } from './live-run';
import type { RelayLink } from './relay-link';
import { RunLog } from './run-log';
import type { Seating } from './seat';

/** What the lab in the page is made of. */
export interface LabFiles {
  /** Site-absolute path of the standard lab's script. */
  readonly path: string;
  /** … and of the one that makes `tus`. */
  readonly tusPath: string;
  readonly media: readonly NamedFile[];
}

export interface ServerProgram {
  readonly source: string;
  readonly fileName: string;
  readonly program: Instrumented | SyntaxFailure;
}

/** How long a site may take to say whether it has a lab. */
const HEALTH_MS = 3000;
const LAB_FILE = 'lab.js';

/** The lab that this network gets: the server's where one is asked for and answers. */
export async function chooseLab(network: ProgramNetwork, base: string): Promise<LabKind> {
  if (network.lab === 'page' || network.serverHalf !== null) return 'page';
  try {
    const response = await fetch(new URL('healthz', base), {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(HEALTH_MS),
    });
    const health = (await response.json()) as { lab?: { status?: unknown } } | null;
    return response.ok && health?.lab?.status === 'ok' ? 'server' : 'page';
  } catch {
    // A static host has no such address, or answers with a page.
    return 'page';
  }
}

/** A script of the site's as text; rejects where it cannot be loaded. */
export async function loadScript(path: string, base: string): Promise<string> {
  const response = await fetch(new URL(path.slice(1), base), { credentials: 'omit' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** The standard lab as a program; rejects where it cannot be loaded. */
export async function loadStandardLab({ path }: LabFiles, base: string): Promise<ServerProgram> {
  const code = await loadScript(path, base);
  return {
    source: '',
    fileName: LAB_FILE,
    program: {
      kind: 'instrumented',
      ...{ code, hookName: '$lab', columns: [], functions: [], sites: [] },
    },
  };
}

export interface LabHalfOptions {
  readonly runId: string;
  readonly server: ServerProgram;
  readonly media: readonly NamedFile[];
  readonly base: string;
  readonly log: RunLog;
  readonly relay: RelayLink;
  readonly seating: Seating;
  readonly guardMs: number;
}

/** The realm of a server half, from its start to the end of the client's run. */
export class LabHalf {
  readonly #options: LabHalfOptions;
  readonly #run: LiveRun | null;

  constructor(options: LabHalfOptions) {
    this.#options = options;
    const { server, runId, media, base, relay, seating, guardMs } = options;
    const { program, fileName, source } = server;
    if (program.kind === 'syntax') {
      this.#run = null;
      this.#stopped(program.error);
      return;
    }
    const message: RunMessage = {
      v: PROTOCOL_VERSION,
      kind: 'run',
      runId,
      code: program.code,
      columns: program.columns,
      source,
      functions: program.functions,
      hookName: program.hookName,
      siteCount: program.sites.length,
      record: null,
      goal: source === '' ? 'script' : 'module',
      fileName,
      guardMs,
      html: null,
      network: { role: 'server', media },
    };
    const listener: RunListener = {
      console: (entries, omitted) => options.log.takeServerConsole(entries, omitted),
      error: (error) => options.log.takeServerError(error),
      settled: ({ outcome }) => this.#ended(outcome),
      ended: (outcome) => this.#ended(outcome),
    };
    this.#run = new LiveRun({
      message,
      log: new RunLog(runId, source, listener),
      relay,
      seating,
      watchdogMs: Math.max(RUN_BUDGET.watchdogMs, guardMs + RUN_BUDGET.watchdogMs / 2),
      slowTimers: false,
      network: { role: 'server', base },
      onOver: () => undefined,
    });
    this.#run.begin();
  }

  dispose(): void {
    this.#run?.dispose();
  }

  #ended(outcome: Outcome): void {
    switch (outcome.kind) {
      case 'finished':
        return;
      case 'threw':
        return this.#stopped(outcome.error);
      case 'lost':
        return this.#stopped({ ...NO_PLACE, name: 'Lost', message: outcome.reason });
      case 'stopped': {
        const message = 'The server half ran without a pause for too long, so it was stopped.';
        return this.#stopped({ ...NO_PLACE, name: 'Stopped', message, line: outcome.line });
      }
    }
  }

  #stopped(error: ErrorReport): void {
    const { log, relay, runId } = this.#options;
    log.takeServerError(error);
    const place = error.line === null ? '' : ` (its line ${error.line})`;
    // Before its realm goes, so that clients hear this reason and not the usual one.
    relay.labGone(runId, `The server half does not run: ${error.name}: ${error.message}${place}`);
    this.#run?.dispose();
  }
}

const NO_PLACE = { line: null, column: null, origin: 'throw' } as const;
