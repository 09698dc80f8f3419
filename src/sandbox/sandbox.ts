/** Puts a program on a realm, its port into the relay, and what comes back into a Run. */
import { probedNames } from '../core/exercise/probe';
import type { Instrumented, SyntaxFailure } from '../core/instrument';
import { namesTus } from '../core/protocol/tus';
import { PROTOCOL_VERSION, RUN_BUDGET, type RunMessage } from '../core/protocol/messages';
import type { RealmKind } from '../core/trace/run';
import { CLEAR_LINK } from '../core/trace/net-log';
import { MAX_STEPS } from '../core/trace/trace-chunk';
import { atIdle } from './at-idle';
import type { Countdown } from './countdown';
import { Doorbell } from './doorbell';
import type { Program, ProgramNetwork, RunHandle, RunListener, Sandbox } from './index';
import { rehearseInstrumenter, rewrite } from './instrumenter';
import {
  chooseLab,
  LabHalf,
  loadScript,
  loadStandardLab,
  type LabFiles,
  type ServerProgram,
} from './lab-half';
import { LiveRun } from './live-run';
import { OriginBook } from './origin-book';
import { rank, realmOrigins } from './origins';
import { PagePool } from './page-pool';
import { REASONS } from './reasons';
import { RelayLink } from './relay-link';
import type { LineNetwork } from './relay-messages';
import { RunLog } from './run-log';
import { watchScheme } from './scheme';
import { WorkerPool } from './worker-pool';

export interface SandboxOptions {
  /** Path of the realm page, with the site's base (`virtual:bytescope-realm`). */
  readonly realmPath: string;
  /** Origins to serve it from, best first; by default they follow from the page's own (origins.ts). */
  readonly candidates?: readonly string[];
  /** What assistive technology calls a snippet's own page. */
  readonly pageTitle?: string;
  /** The lab in the page; a site without it has the server's alone. */
  readonly lab?: LabFiles;
}

/** A program's end of the network, and what is run at the other end where that is in the page. */
interface Opened {
  readonly line: Extract<LineNetwork, { readonly role: 'client' }>;
  readonly server: ServerProgram | null;
  /** The script of `tus`; null for a program that does not name it. */
  readonly tus: string | null;
}

/** The rewriter is there and warm by then, unless the reader is faster. */
const REHEARSE_WITHIN_MS = 2000;

/** A text that has not changed for so long is rewritten, at the latest so much later. */
const PREPARE_AFTER_MS = 1000;
const PREPARE_WITHIN_MS = 2000;
/** Longer texts are rewritten by their run, in UTF-16 units. */
const MAX_PREPARED = 20_000;

class NoLab extends Error {}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { realmPath, candidates, pageTitle = 'Output of the code' } = options;
  const origins = new OriginBook(
    candidates === undefined
      ? realmOrigins(location.origin, configuredOrigins())
      : rank(candidates),
  );
  const doorbell = new Doorbell();
  const relay = new RelayLink();
  const pageScheme = watchScheme((scheme) => pages.setScheme(scheme));
  const frames = { realmPath, origins, doorbell, scheme: () => pageScheme.now };
  const workers = new WorkerPool(frames, 'Runs code, shows nothing');
  const pages = new PagePool(frames, pageTitle);
  const live = new Set<LiveRun>();
  const base = siteBase();
  const onVisibility = (): void => {
    for (const run of live) run.setHidden(document.hidden);
  };
  document.addEventListener('visibilitychange', onVisibility);

  function warm(realm: RealmKind, mount?: HTMLElement): void {
    relay.warm();
    // Not in the way of what the reader asked for; a failure is told by the run that needs it.
    atIdle(REHEARSE_WITHIN_MS, () => void rehearseInstrumenter().catch(noop));
    if (realm === 'worker') workers.refill();
    else if (mount !== undefined) pages.at(mount).refill();
  }

  function prepare(program: Parameters<Sandbox['prepare']>[0]): () => void {
    // It would stand in the way of the next letter.
    if (program.source.length > MAX_PREPARED) return noop;
    let idle: Countdown | null = null;
    const pause = setTimeout(() => {
      idle = atIdle(PREPARE_WITHIN_MS, () => void rewrite(program).catch(noop));
    }, PREPARE_AFTER_MS);
    return () => {
      clearTimeout(pause);
      idle?.cancel();
    };
  }

  function run(program: Program, listener: RunListener, mount = document.body): RunHandle {
    const runId = isSecureContext ? crypto.randomUUID() : fallbackId();
    const log = new RunLog(runId, program.source, listener);
    let liveRun: LiveRun | null = null;
    let labHalf: LabHalf | null = null;
    let { conditions } = program.network ?? { conditions: CLEAR_LINK };
    // Probes reach the functions that they call by name.
    const expose = probedNames(program.probes ?? []);
    // Not before the caller has its handle, also where the rewriter is there.
    void Promise.all([rewrite({ ...program, expose }), openNetwork(program, log)])
      .then(([rewritten, opened]) => {
        if (log.settled || log.disposed) return;
        const labRunId = `${runId}-lab`;
        const { line = null, server = null, tus = null } = opened ?? {};
        const network = line && { ...line, conditions, labRunId };
        liveRun = begin(program, rewritten, log, runId, mount, network, tus, () =>
          labHalf?.dispose(),
        );
        if (liveRun === null || server === null) return;
        const { media = [] } = options.lab ?? {};
        const { guardMs } = program;
        labHalf = new LabHalf({
          ...{ runId: labRunId, server, media, base, log, relay, guardMs },
          seating: workers,
        });
      })
      .catch((error: unknown) => {
        const reason = error instanceof NoLab ? REASONS.noNetwork : REASONS.noInstrumenter;
        log.settle({ kind: 'lost', reason }, 0);
      });
    return {
      runId,
      stop: () => {
        if (liveRun === null) log.settle({ kind: 'stopped', by: 'reader', line: null }, 0);
        else liveRun.stop();
      },
      poke: (bufferId, byteOffset, value) => liveRun?.poke(bufferId, byteOffset, value),
      setConditions: (changed) => {
        conditions = changed;
        liveRun?.setConditions(changed);
      },
      disconnect: () => liveRun?.disconnect(),
      setControl: (name, value) => liveRun?.setControl(name, value),
      dispose: () => {
        log.dispose();
        liveRun?.dispose();
        labHalf?.dispose();
      },
    };
  }

  /** Finds the lab of a program with a network, and what runs in it; null for a program without. */
  async function openNetwork(program: Program, log: RunLog): Promise<Opened | null> {
    const { network = null } = program;
    if (network === null) return null;
    const lab = await chooseLab(network, base);
    log.talkWith(lab);
    const line = { role: 'client', lab, labRunId: null, base, conditions: CLEAR_LINK } as const;
    try {
      const [server, tus] = await Promise.all([
        lab === 'server' ? null : serverProgram(network.serverHalf),
        namesTus(program.source) ? loadTus() : null,
      ]);
      return { line, server, tus };
    } catch {
      throw new NoLab();
    }
  }

  function loadTus(): Promise<string> {
    if (options.lab === undefined) throw new NoLab();
    return loadScript(options.lab.tusPath, base);
  }

  async function serverProgram(half: ProgramNetwork['serverHalf']): Promise<ServerProgram> {
    if (half === null) {
      if (options.lab === undefined) throw new NoLab();
      return loadStandardLab(options.lab, base);
    }
    return { ...half, program: await rewrite({ ...half, goal: 'module', record: 'none' }) };
  }

  /** Hands a rewritten program to a realm; a syntax error settles at once. */
  function begin(
    program: Program,
    rewritten: Instrumented | SyntaxFailure,
    log: RunLog,
    runId: string,
    mount: HTMLElement,
    network: LineNetwork | null,
    tus: string | null,
    onOver: () => void,
  ): LiveRun | null {
    if (rewritten.kind === 'syntax') {
      log.settle({ kind: 'threw', error: rewritten.error }, 0);
      return null;
    }
    if (program.record === 'full') log.recordWith(rewritten.sites);
    const message: RunMessage = {
      v: PROTOCOL_VERSION,
      kind: 'run',
      runId,
      code: rewritten.code,
      columns: rewritten.columns,
      source: program.source,
      functions: rewritten.functions,
      hookName: rewritten.hookName,
      siteCount: rewritten.sites.length,
      record: program.record === 'full' ? { maxSteps: MAX_STEPS, from: program.recordFrom } : null,
      goal: program.goal,
      fileName: program.fileName,
      guardMs: program.guardMs,
      html: program.html,
      ...(program.probes === undefined ? {} : { probes: program.probes }),
      ...(network === null
        ? {}
        : { network: { role: 'client' as const, ...(tus === null ? {} : { tus }) } }),
      ...(program.controls === undefined ? {} : { controls: program.controls }),
    };
    const liveRun = new LiveRun({
      message,
      log,
      relay,
      seating: program.realm === 'worker' ? workers : pages.at(mount),
      // "Keep going" allows silence for longer than the watchdog's own patience.
      watchdogMs: Math.max(RUN_BUDGET.watchdogMs, program.guardMs + RUN_BUDGET.watchdogMs / 2),
      slowTimers: program.realm === 'page',
      network,
      onOver: () => {
        live.delete(liveRun);
        onOver();
      },
    });
    live.add(liveRun);
    liveRun.begin();
    return liveRun;
  }

  function dispose(): void {
    pageScheme.dispose();
    document.removeEventListener('visibilitychange', onVisibility);
    for (const run of [...live]) run.dispose();
    workers.dispose();
    pages.dispose();
    relay.dispose();
  }

  return { warm, prepare, run, dispose };
}

const noop = (): undefined => undefined;

function configuredOrigins(): string {
  // `import.meta.env` is the bundler's; a harness that bundles without it has none.
  const env = import.meta.env as ImportMetaEnv | undefined;
  const configured: unknown = env?.['PUBLIC_REALM_ORIGIN'];
  return typeof configured === 'string' ? configured : '';
}

/** The site's own address, with the slash at its end. */
function siteBase(): string {
  const env = import.meta.env as ImportMetaEnv | undefined;
  const path = env?.BASE_URL ?? '/';
  return new URL(path.endsWith('/') ? path : `${path}/`, location.origin).href;
}

/** Without a secure context (a LAN address over http) there is no randomUUID. */
function fallbackId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16)).join(
    '-',
  );
}
