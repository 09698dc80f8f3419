import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_PORT, parseConfig } from './config.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'bytescope-config-'));
writeFileSync(path.join(dist, 'index.html'), '<!doctype html>');
const parse = (env: Record<string, string>) => parseConfig({ BYTESCOPE_DIST: dist, ...env });

test('without variables: the usual port with others to fall back on, this machine only', () => {
  expect(parse({})).toEqual({
    kind: 'ok',
    config: {
      port: DEFAULT_PORT,
      portFallbacks: 10,
      lan: false,
      distDir: dist,
      hosts: [],
      realmOrigins: [],
      lab: {
        tempDir: path.resolve(tmpdir()),
        tusDir: path.resolve(tmpdir(), `bytescope-tus-${process.getuid?.() ?? 'user'}`),
        processes: 1,
        redisUrl: null,
        s3: null,
        connections: 200,
        fileBytes: 256 * 2 ** 20,
        ownerBytes: 512 * 2 ** 20,
        totalBytes: 2 ** 31,
        keepMs: 30 * 60_000,
      },
    },
  });
});

test('a port that was asked for has no fallback', () => {
  expect(parse({ PORT: '8080' })).toMatchObject({ config: { port: 8080, portFallbacks: 0 } });
});

test('an empty variable counts as not set', () => {
  expect(parse({ PORT: '', BYTESCOPE_LAN: '', BYTESCOPE_HOSTS: '' })).toMatchObject({
    kind: 'ok',
    config: { port: DEFAULT_PORT, lan: false, hosts: [] },
  });
});

test('lists are taken apart', () => {
  const env = {
    BYTESCOPE_HOSTS: 'Lab.example.org, lab2.example.org',
    PUBLIC_REALM_ORIGIN: 'https://r1.example https://r2.example:8443',
  };
  expect(parse(env)).toMatchObject({
    config: {
      hosts: ['lab.example.org', 'lab2.example.org'],
      realmOrigins: ['https://r1.example', 'https://r2.example:8443'],
    },
  });
});

test('the lab is as large as it is told to be', () => {
  const env = {
    BYTESCOPE_LAB_DIR: dist,
    BYTESCOPE_LAB_CONNECTIONS: '30',
    BYTESCOPE_LAB_FILE_MIB: '1024',
    BYTESCOPE_LAB_READER_MIB: '1024',
    BYTESCOPE_LAB_KEEP_MINUTES: '5',
  };
  expect(parse({ ...env, BYTESCOPE_TUS_DIR: `${dist}/tus` })).toMatchObject({
    config: { lab: { tusDir: `${dist}/tus` } },
  });
  expect(parse(env)).toMatchObject({
    config: { lab: { tempDir: dist, connections: 30, fileBytes: 2 ** 30, keepMs: 300_000 } },
  });
});

test('several labs meet where they are told to', () => {
  const env = {
    BYTESCOPE_LAB_PROCESSES: '4',
    BYTESCOPE_REDIS_URL: 'redis://localhost:6379',
    BYTESCOPE_S3_BUCKET: 'uploads',
    BYTESCOPE_S3_ENDPOINT: 'https://s3.example.org',
    BYTESCOPE_S3_KEY_ID: 'key',
    BYTESCOPE_S3_SECRET: 'secret',
  };
  expect(parse(env)).toMatchObject({
    config: {
      lab: {
        processes: 4,
        redisUrl: 'redis://localhost:6379',
        s3: {
          bucket: 'uploads',
          endpoint: 'https://s3.example.org',
          region: 'us-east-1',
          credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
        },
      },
    },
  });
});

test.each([
  [{ PORT: '80a' }, 'PORT is "80a"'],
  [{ PORT: '-1' }, 'PORT is "-1"'],
  [{ PORT: '65536' }, 'PORT is "65536"'],
  [{ PORT: '4e3' }, 'PORT is "4e3"'],
  [{ BYTESCOPE_LAN: 'yes' }, 'BYTESCOPE_LAN is "yes"'],
  [{ BYTESCOPE_HOSTS: 'https://lab.example' }, 'host names without scheme'],
  [{ BYTESCOPE_HOSTS: 'a b;c' }, 'host names without scheme'],
  [{ PUBLIC_REALM_ORIGIN: 'https://realm.example/' }, 'an origin without a path'],
  [{ PUBLIC_REALM_ORIGIN: 'https://x.example;script-src' }, 'an origin without a path'],
  [{ BYTESCOPE_LAB_DIR: '/nowhere/at/all' }, 'a folder that exists and can be written to'],
  [{ BYTESCOPE_LAB_CONNECTIONS: '0' }, 'a whole number from 1 to 10000'],
  [{ BYTESCOPE_LAB_FILE_MIB: '1e3' }, 'BYTESCOPE_LAB_FILE_MIB is "1e3"'],
  [{ BYTESCOPE_LAB_FILE_MIB: '600' }, 'one file has to fit into one reader'],
  [{ BYTESCOPE_LAB_PROCESSES: '0' }, 'a whole number from 1 to 64'],
  [{ BYTESCOPE_REDIS_URL: 'localhost:6379' }, 'no address like redis://'],
  [{ BYTESCOPE_S3_ENDPOINT: 'https://s3.example' }, 'BYTESCOPE_S3_BUCKET is not set'],
  [{ BYTESCOPE_S3_BUCKET: 'b', BYTESCOPE_S3_ENDPOINT: 's3.example' }, 'BYTESCOPE_S3_ENDPOINT is'],
  [{ BYTESCOPE_S3_BUCKET: 'b', BYTESCOPE_S3_KEY_ID: 'k' }, 'set both or neither'],
  [{ BYTESCOPE_LAB_KEEP_MINUTES: '-5' }, 'BYTESCOPE_LAB_KEEP_MINUTES is "-5"'],
  [{ BYTESCOPE_DIST: '/nowhere/at/all' }, '"npm run build" makes one'],
])('%o is refused with a sentence', (env, sentence) => {
  const result = parse(env);
  expect(result.kind === 'invalid' ? result.problems.join('\n') : 'ok').toContain(sentence);
});

test('every mistake is told at once', () => {
  const result = parse({ PORT: 'x', BYTESCOPE_LAN: '2' });
  expect(result.kind === 'invalid' && result.problems.length).toBe(2);
});
