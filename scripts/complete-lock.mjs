// @ts-check
/**
 * Completes package-lock.json so that `npm ci` accepts it on every platform: `npm run lock`.
 *
 * Some packages name one optional package per platform, at an exact version. Where the registry that made the lock did
 * not serve one of them, npm leaves it out, or puts another version in its place, and `npm ci` then refuses the whole
 * lock. This puts a plain entry (version and platform, no checksum) beside the package that asks for it.
 * It can go once `npm install` writes such entries itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const PLATFORM =
  /-(android|darwin|freebsd|linux|wasm32|win32)-(arm64|arm|ia32|x64|wasi)(?:-(gnu|musl|msvc|eabi))?$/;

/**
 * The platform fields npm would write for a package of this name, or null when the name does not tell.
 * @param {string} name
 */
function platformOf(name) {
  const found = PLATFORM.exec(name);
  if (!found) return null;
  const [, system = '', cpu = '', libc] = found;
  if (system === 'wasm32') return { cpu: ['wasm32'] };
  const fields = { cpu: [cpu], os: [system] };
  if (system !== 'linux' || !libc) return fields;
  return { ...fields, libc: [libc === 'gnu' ? 'glibc' : 'musl'] };
}

/**
 * @typedef {{ version?: string, dev?: boolean, license?: string, optional?: boolean, cpu?: string[], os?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/**
 * The entries `npm ci` will ask for and not find.
 * @param {Lock} lock
 */
export function findMissing(lock) {
  const missing = [];
  for (const [owner, entry] of Object.entries(lock.packages)) {
    const folder = owner.slice(0, owner.lastIndexOf('node_modules/') + 'node_modules/'.length);
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!folder || !platform || !EXACT.test(version)) continue;
      const places = new Set([`${owner}/node_modules/${name}`, folder + name]);
      // Node looks upward, folder by folder; the first entry found is the one npm will take.
      for (let at = folder; at.includes('/node_modules/');) {
        at = at.slice(0, at.lastIndexOf('/node_modules/'));
        at = at.slice(0, at.lastIndexOf('node_modules/') + 'node_modules/'.length);
        places.add(at + name);
      }
      const place = [...places].find((key) => lock.packages[key]);
      if (place && lock.packages[place]?.version === version) continue;
      missing.push({ key: folder + name, name, version, platform, dev: entry.dev === true });
    }
  }
  return missing;
}

/**
 * A lock in which every platform package stands where it is asked for.
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }}
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const { key, name, version, platform, dev } of findMissing(lock)) {
    const known = Object.entries(lock.packages).find(
      ([other, entry]) => other.endsWith(`node_modules/${name}`) && entry.version === version,
    );
    packages[key] = known
      ? known[1]
      : { version, ...(dev ? { dev } : {}), license: 'MIT', optional: true, ...platform };
    added.push(`${key} ${version}`);
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const file = new URL('../package-lock.json', import.meta.url);
  let { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')));
  // Placing one entry can uncover the next: another owner relied on the version that stood there.
  for (let more = completeLock(lock); more.added.length > 0; more = completeLock(lock)) {
    lock = more.lock;
    added = [...added, ...more.added];
  }
  writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
  console.log(
    added.length ? `Added to package-lock.json:\n  ${added.join('\n  ')}` : 'Nothing to add.',
  );
}
