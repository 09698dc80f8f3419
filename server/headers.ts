/**
 * The security headers as pure functions of who asked. Two kinds of document exist: the site's pages, which hold the
 * reader's things, and the realm, which runs whatever a reader typed and may reach nothing.
 *
 * Host-sources stand without a scheme where the server cannot know it (a proxy may add TLS): a browser then takes the
 * page's own scheme. CSP knows no IPv6 literals, which is why `[::1]` is redirected to `localhost` (http.ts).
 * @see https://www.w3.org/TR/CSP3/#match-url-to-source-expression
 */

/** Loopback names the realm may be loaded from (src/sandbox/origins.ts picks among them). Each is a site of its own. */
export const REALM_HOST_NAMES = [
  'localhost',
  '127.0.0.1',
  'a.localhost',
  'b.localhost',
  'c.localhost',
  'd.localhost',
] as const;

export interface Place {
  /** The request's host with its port, already checked: `localhost:4321`. */
  readonly host: string;
  /** The port browsers reach the loopback names on. */
  readonly port: number;
  /** Site-absolute paths of the realm's pages: `/realm/3f9a….html`. */
  readonly realmPaths: readonly string[];
  /** Public names the site's pages are served under, without a port, which a proxy may choose. */
  readonly hosts: readonly string[];
  readonly realmOrigins: readonly string[];
}

/** Sent with everything: nothing is sniffed, nothing leaks, nobody else embeds it. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // With COOP this makes the page cross-origin isolated, which SharedArrayBuffer needs.
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
} as const;

/** The one page that others may frame, in any language: it holds nothing of the reader's and runs nothing by itself. */
export const isEmbedPage = (path: string): boolean => /^\/(?:[a-z]{2}\/)?embed\/$/.test(path);

/** Sent with what may be framed by a page that isolates itself (Cross-Origin-Embedder-Policy). */
export const FRAMED_HEADERS = { 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;

function isLoopback(host: string): boolean {
  return /^(?:127\.0\.0\.1|(?:.+\.)?localhost)(?::\d+)?$/.test(host);
}

/**
 * Every place the realm may be framed from, and nothing else: an iframe cannot even navigate itself elsewhere. They are
 * those of src/sandbox/origins.ts: what is configured, else a loopback page's sibling names, and the page's own name.
 */
function frameSources({ host, port, realmPaths, realmOrigins }: Place): string[] {
  const siblings = isLoopback(host) ? REALM_HOST_NAMES.map((name) => `${name}:${port}`) : [];
  const places = new Set([host, ...(realmOrigins.length > 0 ? realmOrigins : siblings)]);
  return realmPaths.flatMap((path) => [...places].map((each) => each + path));
}

/** For what brings no policy of its own. */
const DEFAULT_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'";

/**
 * For what is no page: scripts (a worker takes the policy its script came with), images, the rest. It frames nothing,
 * so it goes without the realm's many addresses: a lesson fetches dozens of these, and each pays for its headers.
 */
export const FILE_POLICY = `${DEFAULT_POLICY}; frame-src 'none'; frame-ancestors 'none'`;

/**
 * A page's policy: the one in its own meta element (integrations/csp.ts writes it, with a hash for each inline script),
 * but with `frame-src` narrowed to the realm's exact addresses, which only the server knows, and with what a meta
 * element cannot say.
 *
 * @param mayBeFramed it is the page made for that (`isEmbedPage`)
 */
export function pagePolicy(place: Place, metaPolicy: string | null, mayBeFramed = false): string {
  const frames = frameSources(place);
  const directives = (metaPolicy ?? DEFAULT_POLICY)
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !/^frame-src\b/.test(each));
  return [
    ...directives,
    `frame-src ${frames.length > 0 ? frames.join(' ') : "'none'"}`,
    ...(mayBeFramed ? [] : ["frame-ancestors 'none'"]),
  ].join('; ');
}

/**
 * The realm's policy: what its own meta element says, and what only a header can say. `sandbox` makes it opaque even
 * when its address is opened by itself; `frame-ancestors` lets none but this site's own names frame it. The realm may be
 * asked for under a name of its own, so the names of the pages are listed, whatever the name of this request.
 *
 * @param isEmbedded it was asked for by /embed/, which others may frame: every page above is an ancestor, also of the realm
 */
export function realmPolicy(place: Place, metaPolicy: string, isEmbedded = false): string {
  const loopback = isLoopback(place.host) ? ['localhost', '127.0.0.1'] : [];
  const ancestors = new Set([
    place.host,
    ...loopback.map((name) => `${name}:${place.port}`),
    ...place.hosts.map((name) => `${name}:*`),
  ]);
  return [
    metaPolicy.replace(/[;\s]+$/, ''),
    'sandbox allow-scripts',
    ...(isEmbedded ? [] : [`frame-ancestors ${[...ancestors].join(' ')}`]),
  ].join('; ');
}
