import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFolder } from './folder.ts';

const parent = mkdtempSync(path.join(tmpdir(), 'bytescope-folder-'));
afterAll(() => rmSync(parent, { recursive: true }));

test('the folder is its user’s alone, and goes with its files', async () => {
  const folder = await openFolder(parent);
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  writeFileSync(path.join(folder.path, 'upload'), 'x');
  await folder.remove();
  expect(readdirSync(parent)).toEqual([]);
});

test('what a killed lab left is removed, and nothing else', async () => {
  // A process that has ended by now.
  const { pid } = spawnSync(process.execPath, ['--version']);
  const leftover = `bytescope-lab-${pid}-abcdef`;
  const kept = [`bytescope-lab-${process.ppid}-abcdef`, 'bytescope-lab-x-abcdef', 'somebody-else'];
  for (const name of [leftover, ...kept]) mkdirSync(path.join(parent, name));
  writeFileSync(path.join(parent, leftover, 'upload'), 'x');
  // A link that looks like one leads elsewhere.
  const link = `bytescope-lab-${pid}-ghijkl`;
  symlinkSync(path.join(parent, 'somebody-else'), path.join(parent, link));

  const folder = await openFolder(parent);
  expect(folder.leftovers).toBe(1);
  expect(readdirSync(parent).sort()).toEqual([...kept, link, path.basename(folder.path)].sort());
  await folder.remove();
});
