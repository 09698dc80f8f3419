/** The private temporary folder: made at start, removed at stop, and what a killed lab left behind removed at the next start. */
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const LEFTOVER = /^bytescope-lab-(\d+)-[A-Za-z0-9]{6}$/;

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function removeLeftovers(parent: string): Promise<number> {
  let removed = 0;
  for (const name of await readdir(parent)) {
    const pid = LEFTOVER.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = path.join(parent, name);
    try {
      const facts = await lstat(folder);
      if (!facts.isDirectory() || facts.uid !== process.getuid?.()) continue;
      await rm(folder, { recursive: true });
      removed++;
    } catch {
      // Another lab that starts at the same time was faster.
    }
  }
  return removed;
}

export interface LabFolder {
  readonly path: string;
  /** Folders of killed labs that were removed. */
  readonly leftovers: number;
  remove(): Promise<void>;
}

/** Makes a folder that only this user can open (mkdtemp gives it mode 0700). */
export async function openFolder(parent: string): Promise<LabFolder> {
  const leftovers = await removeLeftovers(parent);
  const folder = await mkdtemp(path.join(parent, `bytescope-lab-${process.pid}-`));
  return {
    path: folder,
    leftovers,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
