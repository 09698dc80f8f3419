import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';
import { explainInstallFailure, isInstalled } from './install.mjs';
import {
  countPlaywright,
  countVitest,
  failuresOfPlaywright,
  failuresOfVitest,
} from './test-reports.mjs';
import { completeLock, findMissing } from '../complete-lock.mjs';
import { root } from './run.mjs';

const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};

describe('the lock', () => {
  test('has every platform package that npm ci will ask for ("npm run lock" mends it)', () => {
    expect(findMissing(lock).map(({ key, version }) => `${key} ${version}`)).toEqual([]);
  });

  test('names no download addresses, so that any registry can serve it', () => {
    expect(Object.values(lock.packages).filter((each) => each.resolved)).toEqual([]);
  });

  test('a platform package in another version is moved beside the one that wants it', () => {
    const packages = {
      '': {},
      'node_modules/a': { version: '2.0.0', optionalDependencies: { 'a-darwin-arm64': '2.0.0' } },
      'node_modules/a-darwin-arm64': { version: '1.0.0' },
      'node_modules/b/node_modules/a': {
        version: '1.0.0',
        optionalDependencies: { 'a-darwin-arm64': '1.0.0' },
      },
    };
    const first = completeLock({ packages }).lock;
    const { packages: done } = completeLock(first).lock;
    expect(done['node_modules/a-darwin-arm64']).toMatchObject({ version: '2.0.0', os: ['darwin'] });
    expect(done['node_modules/b/node_modules/a-darwin-arm64']).toMatchObject({ version: '1.0.0' });
    expect(findMissing({ packages: done })).toEqual([]);
  });
});

describe('whether packages are installed', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-win32': { version: '1.0.0', optional: true },
  };
  test.each([
    ['all there', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.1.0' } }, false],
    ['one missing', {}, false],
    ['never installed', null, false],
  ])('%s', (_, installed, answer) => {
    expect(isInstalled(wanted, installed)).toBe(answer);
  });
});

test.each([
  [1, 'npm error code ENOTFOUND', 'no network'],
  [1, 'npm error code EAI_AGAIN', 'no network'],
  [1, 'npm error ENOSPC: no space left', 'disk is full'],
  [1, 'npm error EACCES: permission denied', 'may not write'],
  [127, 'spawn npm ENOENT', 'npm was not found'],
  [1, 'something else', 'npm could not install'],
])('npm ci ending with %i and "%s" gets a sentence', (code, output, sentence) => {
  expect(explainInstallFailure(code, output)).toContain(sentence);
});

describe('the fingerprint', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bytescope-print-'));
  mkdirSync(path.join(folder, 'src/core'), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  write('src/core/a.ts', '1');
  const before = fingerprint(folder, {});

  test('is the same for the same tree, and for a changed test', () => {
    write('src/core/a.test.ts', 'test');
    expect(fingerprint(folder, { HOME: '/x', BYTESCOPE_LAN: '1' })).toBe(before);
  });
  test('follows sources, their names, and what the build reads from the environment', () => {
    expect(fingerprint(folder, { BYTESCOPE_SITE: 'https://a.example' })).not.toBe(before);
    write('src/core/b.ts', '');
    expect(fingerprint(folder, {})).not.toBe(before);
  });
});

describe('counting tests', () => {
  test('a file that fails before its first test counts as a failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });
  test('an error outside the tests counts as a failure', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 1 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  test('what failed is named again, with the beginning of its error', () => {
    const red = '\u001b[31mexpected 1\u001b[39m';
    const assertionResults = [
      { status: 'failed', fullName: 'adds', failureMessages: [`${red}\nat x`] },
      { status: 'passed', fullName: 'takes' },
    ];
    const files = [
      { name: 'a.test.ts', status: 'failed', assertionResults },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [] },
    ];
    expect(failuresOfVitest({ testResults: files })).toEqual([
      'a.test.ts: adds\n    expected 1\n    at x',
      'b.test.ts\n    no such module',
    ]);
    const result = (status: string, message: string) => ({
      status,
      projectName: 'firefox',
      results: [{ errors: [{ message }] }],
    });
    const spec = { title: 'opens', file: 'a.spec.ts', line: 3 };
    const specs = [
      { ...spec, tests: [result('unexpected', 'lost'), result('expected', '')] },
      { ...spec, tests: [result('flaky', 'late')] },
    ];
    const suites = [{ title: 'a.spec.ts', suites: [{ title: 'inner', specs }] }];
    expect(failuresOfPlaywright({ suites, errors: [{ message: 'no server' }] })).toEqual([
      'outside the tests\n    no server',
      '[firefox] a.spec.ts:3 opens\n    lost',
      '[firefox] a.spec.ts:3 opens\n    late',
    ]);
  });
});

describe('npm start', () => {
  test('on an old Node says what to do', () => {
    const door = readFileSync(path.join(root, 'scripts/enter.cjs'), 'utf8');
    const old = `Object.defineProperty(process, 'versions', { value: { node: '16.20.0' } });`;
    const result = spawnSync(process.execPath, ['-e', old + door, 'start'], { encoding: 'utf8' });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('needs Node 20 or newer, and this is Node 16.20.0');
  });

  test('refuses an unknown option with its usage', () => {
    const args = ['scripts/enter.cjs', 'start', '--prot', '80'];
    const result = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('npm start -- [--port 5000] [--lan]');
  });

  test('starts the server, which says a taken port and a wrong variable in a sentence', () => {
    const start = (env: Record<string, string>) =>
      spawnSync(process.execPath, ['server/index.ts'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
    expect(start({ PORT: 'abc', BYTESCOPE_DIST: root }).stderr).toContain('PORT is "abc"');
    expect(start({ PORT: '70000' }).status).toBe(1);
  });
});
