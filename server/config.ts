/** Every environment variable the server reads, checked once at start, so that a typing mistake is told before a reader meets it. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { S3Options } from './lab/s3-store.ts';

export const DEFAULT_PORT = 4321;
/** How many ports above the default one are tried when nobody asked for a certain one. */
const PORTS_AFTER_DEFAULT = 10;

export interface Config {
  readonly port: number;
  /** Further ports to try, one by one, when `port` is taken. 0 when the port was asked for by name. */
  readonly portFallbacks: number;
  /** Listens on every address and answers to any host name: for a classroom. */
  readonly lan: boolean;
  /** The folder with the built site. */
  readonly distDir: string;
  /** Public host names beside the loopback ones, lower case, without port: behind a reverse proxy. */
  readonly hosts: readonly string[];
  /** Origins that serve the realm's page when it is another site: `https://realm.example`. */
  readonly realmOrigins: readonly string[];
  readonly lab: LabConfig;
}

/** The lab's share. Sizes in bytes, times in milliseconds. */
export interface LabConfig {
  /** Its temporary folder is made in here. */
  readonly tempDir: string;
  /** Resumable uploads are in here, and still are after a restart. */
  readonly tusDir: string;
  /** Processes on this machine, which share the numbers below. */
  readonly processes: number;
  /** Where several labs meet, or null. */
  readonly redisUrl: string | null;
  /** Where resumable uploads are kept instead of in `tusDir`, or null. */
  readonly s3: S3Options | null;
  readonly connections: number;
  readonly fileBytes: number;
  readonly ownerBytes: number;
  readonly totalBytes: number;
  readonly keepMs: number;
}

const MIB = 1024 * 1024;

/** One row per variable: what the README of a deployment needs. */
export const VARIABLES = {
  PORT: `the port, 0 to 65535 (${DEFAULT_PORT}, or the next free one)`,
  BYTESCOPE_LAN: '1 listens on every address, for a classroom (0)',
  BYTESCOPE_DIST: 'the folder with the built site (dist)',
  BYTESCOPE_HOSTS:
    'public host names, separated by commas, when a reverse proxy stands in front (none)',
  PUBLIC_REALM_ORIGIN:
    'origins that serve /realm/, separated by spaces; the build reads it too (loopback names)',
  BYTESCOPE_LAB_DIR: 'the folder in which the lab makes its temporary one (that of the system)',
  BYTESCOPE_TUS_DIR:
    'the folder of resumable uploads, the same after a restart (bytescope-tus-<user> in that of the lab)',
  BYTESCOPE_LAB_CONNECTIONS: 'connections to the lab at once, 1 to 10000 (200)',
  BYTESCOPE_LAB_FILE_MIB: 'the largest upload in MiB (256)',
  BYTESCOPE_LAB_READER_MIB: 'uploads of one reader together, in MiB (512)',
  BYTESCOPE_LAB_TOTAL_MIB: 'all uploads together, in MiB (2048)',
  BYTESCOPE_LAB_KEEP_MINUTES: 'how long an upload stays, 1 to 1440 (30)',
  BYTESCOPE_LAB_PROCESSES: 'processes of the server on this machine, 1 to 64 (1)',
  BYTESCOPE_REDIS_URL: 'a Redis that several labs share, like redis://localhost:6379 (none)',
  BYTESCOPE_S3_BUCKET: 'a bucket for resumable uploads, when several labs share no disk (none)',
  BYTESCOPE_S3_ENDPOINT: 'the address of an S3-compatible service (that of Amazon)',
  BYTESCOPE_S3_REGION: 'its region (us-east-1)',
  BYTESCOPE_S3_KEY_ID: 'the key of the bucket (what the AWS SDK finds by itself)',
  BYTESCOPE_S3_SECRET: 'its secret',
} as const;

type Variables = Readonly<Record<string, string | undefined>>;

export type ConfigResult =
  | { readonly kind: 'ok'; readonly config: Config }
  /** Every mistake at once, each a sentence that names the variable, what was found and what is expected. */
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/** Writes a sentence about a variable that is not what it has to be. */
const rejectInto =
  (problems: string[]) =>
  (name: keyof typeof VARIABLES, found: string, expected: string): void => {
    problems.push(`${name} is "${found}", but it has to be ${expected}.`);
  };

/** Reads the configuration from environment variables; an empty variable counts as not set. */
export function parseConfig(env: Variables): ConfigResult {
  const problems: string[] = [];
  const reject = rejectInto(problems);

  const portText = env['PORT'] ?? '';
  const port = portText === '' ? DEFAULT_PORT : Number(portText);
  if (!/^\d*$/.test(portText) || port > 65535) {
    reject('PORT', portText, 'a whole number from 0 to 65535');
  }

  const lanText = env['BYTESCOPE_LAN'] ?? '';
  if (!['', '0', '1'].includes(lanText)) reject('BYTESCOPE_LAN', lanText, '1 or 0');

  const distDir = path.resolve(
    env['BYTESCOPE_DIST'] || fileURLToPath(new URL('../dist', import.meta.url)),
  );
  if (!existsSync(path.join(distDir, 'index.html'))) {
    problems.push(
      `There is no built site in ${distDir} (BYTESCOPE_DIST). "npm run build" makes one; "npm start" does both.`,
    );
  }

  const hosts = (env['BYTESCOPE_HOSTS'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  for (const name of hosts) {
    if (!HOST_NAME.test(name)) {
      reject('BYTESCOPE_HOSTS', name, 'host names without scheme or port, like lab.example.org');
    }
  }

  const realmOrigins = (env['PUBLIC_REALM_ORIGIN'] ?? '')
    .split(/\s+/)
    .filter((each) => each !== '');
  for (const origin of realmOrigins) {
    if (isOrigin(origin)) continue;
    reject(
      'PUBLIC_REALM_ORIGIN',
      origin,
      'an origin without a path, like https://realm.example.org',
    );
  }

  const lab = parseLabConfig(env, problems);
  if (problems.length > 0) return { kind: 'invalid', problems };
  return {
    kind: 'ok',
    config: {
      port,
      portFallbacks: portText === '' ? PORTS_AFTER_DEFAULT : 0,
      lan: lanText === '1',
      distDir,
      hosts,
      realmOrigins,
      lab,
    },
  };
}

/** Reads the lab's share; mistakes are added to `problems`, as sentences. */
export function parseLabConfig(env: Variables, problems: string[]): LabConfig {
  const reject = rejectInto(problems);
  const readNumber = (
    name: keyof typeof VARIABLES,
    usual: number,
    most: number,
    expected: string,
  ): number => {
    const found = env[name] ?? '';
    if (found === '') return usual;
    const value = Number(found);
    if (!/^\d+$/.test(found) || value < 1 || value > most) {
      reject(name, found, `a whole number from 1 to ${most}${expected}`);
    }
    return value;
  };
  const mostMib = 1024 * 1024;
  const fileMib = readNumber('BYTESCOPE_LAB_FILE_MIB', 256, mostMib, ' (MiB)');
  const ownerMib = readNumber('BYTESCOPE_LAB_READER_MIB', 512, mostMib, ' (MiB)');
  const totalMib = readNumber('BYTESCOPE_LAB_TOTAL_MIB', 2048, mostMib, ' (MiB)');
  if (fileMib > ownerMib || ownerMib > totalMib) {
    problems.push(
      `BYTESCOPE_LAB_FILE_MIB is ${fileMib}, BYTESCOPE_LAB_READER_MIB ${ownerMib} and BYTESCOPE_LAB_TOTAL_MIB ` +
        `${totalMib}: one file has to fit into one reader's room, and that into the whole. Raise the later ones.`,
    );
  }
  const connections = readNumber('BYTESCOPE_LAB_CONNECTIONS', 200, 10_000, '');
  const keepMinutes = readNumber('BYTESCOPE_LAB_KEEP_MINUTES', 30, 1440, ' (minutes)');
  const tempDir = path.resolve(env['BYTESCOPE_LAB_DIR'] || tmpdir());
  if (!isWritableFolder(tempDir)) {
    reject('BYTESCOPE_LAB_DIR', tempDir, 'a folder that exists and can be written to');
  }
  const tusDir = env['BYTESCOPE_TUS_DIR']
    ? path.resolve(env['BYTESCOPE_TUS_DIR'])
    : path.join(tempDir, `bytescope-tus-${process.getuid?.() ?? 'user'}`);
  const processes = readNumber('BYTESCOPE_LAB_PROCESSES', 1, 64, '');
  const redisUrl = env['BYTESCOPE_REDIS_URL'] || null;
  if (redisUrl !== null && !/^rediss?:$/.test(URL.parse(redisUrl)?.protocol ?? '')) {
    // Not as it was found: it may have a password in it.
    problems.push('BYTESCOPE_REDIS_URL is no address like redis://localhost:6379.');
  }
  return {
    tempDir,
    tusDir,
    processes,
    redisUrl,
    s3: parseS3(env, problems),
    connections,
    fileBytes: fileMib * MIB,
    ownerBytes: ownerMib * MIB,
    totalBytes: totalMib * MIB,
    keepMs: keepMinutes * 60_000,
  };
}

function parseS3(env: Variables, problems: string[]): S3Options | null {
  const bucket = env['BYTESCOPE_S3_BUCKET'] ?? '';
  const endpoint = env['BYTESCOPE_S3_ENDPOINT'] || null;
  const accessKeyId = env['BYTESCOPE_S3_KEY_ID'] ?? '';
  const secretAccessKey = env['BYTESCOPE_S3_SECRET'] ?? '';
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    rejectInto(problems)(
      'BYTESCOPE_S3_ENDPOINT',
      endpoint,
      'an address like https://s3.example.org',
    );
  }
  if ((accessKeyId === '') !== (secretAccessKey === '')) {
    problems.push('BYTESCOPE_S3_KEY_ID and BYTESCOPE_S3_SECRET go together: set both or neither.');
  }
  if (bucket === '') {
    if (endpoint !== null || accessKeyId !== '') {
      problems.push('BYTESCOPE_S3_BUCKET is not set, and other BYTESCOPE_S3 variables are.');
    }
    return null;
  }
  return {
    bucket,
    endpoint,
    region: env['BYTESCOPE_S3_REGION'] || 'us-east-1',
    credentials: accessKeyId === '' ? null : { accessKeyId, secretAccessKey },
  };
}

function isWritableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    // It ends up inside a policy, where `;` and `,` would begin something new.
    HOST_NAME.test(url.hostname) &&
    url.origin === text
  );
}
