/**
 * Which origins may serve the realm, best first. A realm on another *site* than the page gets a process of its own in
 * Chromium and Firefox, so a hang stays over there; a reader's own machine has spare loopback names for that.
 */

export interface RealmOrigins {
  /** For the page's one worker-frame. */
  readonly worker: readonly string[];
  /** For page realms: several, so that a spare never shares a process with a realm that hangs. */
  readonly page: readonly string[];
}

/** Names under `.localhost` that page realms rotate through. Each is a site of its own. The server's frame-src lists the same. */
const LOOPBACK_NAMES = ['a', 'b', 'c'] as const;

/**
 * @param pageOrigin the origin of the lesson page, e.g. `http://localhost:4321`
 * @param configured realm origins of this deployment, separated by spaces; empty when there are none
 */
export function realmOrigins(pageOrigin: string, configured = ''): RealmOrigins {
  const listed = configured.split(/\s+/).filter((origin) => origin !== '');
  if (listed.length > 0) return rank([...listed, pageOrigin]);
  const loopback = loopbackOrigins(pageOrigin);
  // The page's own origin is the last resort everywhere: still opaque, but a hang may be felt.
  return loopback === null ? rank([pageOrigin]) : rank([...loopback, pageOrigin]);
}

/** The first origin is the worker-frame's; page realms prefer the others and come back to it at the end. */
export function rank(origins: readonly string[]): RealmOrigins {
  const unique = [...new Set(origins)];
  const [first, ...rest] = unique;
  if (first === undefined) return { worker: [], page: [] };
  const last = rest.at(-1);
  // The page's own origin stays last; the worker's name goes just before it.
  const page = last === undefined ? [first] : [...rest.slice(0, -1), first, last];
  return { worker: unique, page: rest.length <= 1 ? unique : page };
}

function loopbackOrigins(pageOrigin: string): string[] | null {
  const { protocol, hostname, port } = new URL(pageOrigin);
  const isLoopback =
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
  // A certificate for one loopback name rarely covers the others.
  if (!isLoopback || protocol !== 'http:') return null;
  const suffix = port === '' ? '' : `:${port}`;
  const numeric = hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
  const names = [numeric, ...LOOPBACK_NAMES.map((name) => `${name}.localhost`)];
  return names.filter((name) => name !== hostname).map((name) => `http://${name}${suffix}`);
}
