import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocker, DEAD_MS, lockFiles } from './tus-lock.ts';

const ID = 'A'.repeat(22);
let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bytescope-lock-test-'));
  lock = path.join(folder, `${ID}.lock`);
});
afterEach(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const take = (waitMs = 50) => createLocker(lockFiles(folder), waitMs).newLock(ID);

/** The number of a process that is no more. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

test('one has it, and the next when that one lets go', async () => {
  const first = take();
  await first.lock(never, () => undefined);
  await expect(take().lock(never, () => undefined)).rejects.toMatchObject({ status_code: 423 });
  await first.unlock();
  const second = take();
  await second.lock(never, () => undefined);
  await second.unlock();
  expect(existsSync(lock)).toBe(false);
});

test('a lock that another process has taken over by now is not dropped with one’s own', async () => {
  const first = take();
  await first.lock(never, () => undefined);
  writeFileSync(lock, `elsewhere ${process.pid} since`);
  await first.unlock();
  expect(existsSync(lock)).toBe(true);
});

test('whoever waits has the holder asked to let go', async () => {
  const first = take();
  await first.lock(never, () => void first.unlock());
  const second = take(5000);
  await second.lock(never, () => undefined);
  await second.unlock();
});

test('whoever is called off waits no longer', async () => {
  const first = take();
  await first.lock(never, () => undefined);
  await expect(take(60_000).lock(AbortSignal.abort(), () => undefined)).rejects.toMatchObject({
    status_code: 423,
  });
  await first.unlock();
});

test.each([
  ['a process of this machine that was killed', () => `${hostname()} ${deadPid()}`, 0],
  // A container's first process has the same number after a restart.
  ['a killed process with this one’s number', () => `${hostname()} ${process.pid} then`, 0],
  ['another machine that has been silent', () => `elsewhere ${process.pid}`, DEAD_MS + 1000],
  ['nobody, since its making was cut short', () => '', DEAD_MS + 1000],
])('one of %s is taken over', async (_, holder, silentMs) => {
  writeFileSync(lock, holder());
  const then = new Date(Date.now() - silentMs);
  utimesSync(lock, then, then);
  const mine = take(5000);
  await mine.lock(never, () => undefined);
  await mine.unlock();
});

test.each([
  ['a process of this machine that lives', () => `${hostname()} ${process.ppid}`],
  ['another machine', () => `elsewhere ${deadPid()}`],
])('one of %s is not', async (_, holder) => {
  writeFileSync(lock, holder());
  await expect(take().lock(never, () => undefined)).rejects.toMatchObject({ status_code: 423 });
});
