/**
 * One request: which name was it asked under, may that name have this path, and with which headers.
 *
 * Pages are served under localhost and 127.0.0.1; `*.localhost` names and configured realm origins exist so that the
 * realm can have a site of its own, and serve nothing else. Any other name is refused (a page elsewhere could point its own name at this machine),
 * unless the classroom switch or the configuration allows it.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  COMMON_HEADERS,
  FILE_POLICY,
  FRAMED_HEADERS,
  isEmbedPage,
  pagePolicy,
  realmPolicy,
  type Place,
} from './headers.ts';
import type { Site } from './static.ts';

/** Where resumable uploads are (lab/tus.ts). */
export const TUS_PATH = '/tus';

export interface HttpOptions {
  readonly lan: boolean;
  readonly hosts: readonly string[];
  readonly realmOrigins: readonly string[];
}

/** What a host name is to this server. */
export type HostRole = 'site' | 'realm-only' | 'ipv6-loopback' | 'unknown';

/** The name and port in a Host header, or null when it is none. */
export function splitHost(header: string): { name: string; port: string } | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/i.exec(header);
  return match?.[1] === undefined ? null : { name: match[1].toLowerCase(), port: match[2] ?? '80' };
}

export function roleOf(name: string, options: HttpOptions): HostRole {
  if (name === 'localhost' || name === '127.0.0.1') return 'site';
  if (name === '[::1]') return 'ipv6-loopback';
  if (name.endsWith('.localhost')) return 'realm-only';
  if (options.hosts.includes(name)) return 'site';
  if (options.realmOrigins.some((origin) => new URL(origin).hostname === name)) return 'realm-only';
  return options.lan ? 'site' : 'unknown';
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(text + '\n');
}

const isUnder = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`);

/** The path alone, or null when it is not one (`//other.example/`, `*`, a broken escape). */
function pathOf(url: string): string | null {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return null;
  const end = url.search(/[?#]/);
  try {
    return decodeURI(end < 0 ? url : url.slice(0, end));
  } catch {
    return null;
  }
}

/** How long a request that is answered already may go on sending, so that its sender still reads the answer. */
const GOODBYE_MS = 1000;

/**
 * @param health what `/healthz` says beside the server's own state: how the lab is
 * @param tus answers what is under `/tus/`
 */
export function createHandler(
  site: Site,
  options: HttpOptions,
  health: () => Readonly<Record<string, unknown>> = () => ({}),
  tus: RequestListener | null = null,
): RequestListener {
  const startedAt = Date.now();

  const serveRealm = (
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
    path: string,
  ) => {
    response.setHeader(
      'Content-Security-Policy',
      realmPolicy(
        place,
        site.pages.get(path)?.metaPolicy ?? "default-src 'none'",
        request.url?.endsWith('?embed') === true,
      ),
    );
    // The page that frames it is another origin, and so is every name it is framed under.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (!site.serve(request, response)) plain(response, 404, 'There is no such realm.');
  };

  const servePage = (
    request: IncomingMessage,
    response: ServerResponse,
    place: Place,
    path: string,
  ) => {
    const page = site.pages.get(path);
    // A page has one address, under which its links and its policy are: its folder's.
    const folder = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : `${path}/`;
    if (page === undefined && site.pages.has(folder)) {
      const [query = ''] = /\?.*/.exec(request.url ?? '') ?? [];
      response.writeHead(308, { Location: encodeURI(folder) + query }).end();
      return;
    }
    const mayBeFramed = isEmbedPage(path);
    response.setHeader(
      'Content-Security-Policy',
      page === undefined ? FILE_POLICY : pagePolicy(place, page.metaPolicy, mayBeFramed),
    );
    if (mayBeFramed)
      for (const [name, value] of Object.entries(FRAMED_HEADERS)) response.setHeader(name, value);
    if (site.serve(request, response)) return;
    const notFound = site.pages.get('/404.html');
    response.statusCode = 404;
    response.setHeader('Content-Security-Policy', pagePolicy(place, notFound?.metaPolicy ?? null));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-cache');
    response.end(request.method === 'HEAD' ? undefined : site.notFound);
  };

  return (request, response) => {
    for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
    response.on('finish', () => {
      if (!request.complete) setTimeout(() => request.socket.destroy(), GOODBYE_MS).unref();
    });
    const asked = splitHost(request.headers.host ?? '');
    const role = asked === null ? 'unknown' : roleOf(asked.name, options);
    const path = pathOf(request.url ?? '');
    if (asked === null || role === 'unknown') {
      plain(
        response,
        421,
        'This server answers to localhost only. "npm start -- --lan" opens it to a classroom.',
      );
      return;
    }
    if (path === null) {
      plain(response, 400, 'That is not a path.');
      return;
    }
    if (tus !== null && role === 'site' && isUnder(path, TUS_PATH)) {
      tus(request, response);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      plain(response, 405, 'This server only answers GET and HEAD.');
      return;
    }
    if (role === 'ipv6-loopback') {
      response
        .writeHead(308, { Location: `http://localhost:${asked.port}${encodeURI(path)}` })
        .end();
      return;
    }
    const place: Place = {
      host: (request.headers.host ?? '').toLowerCase(),
      port: Number(asked.port),
      realmPaths: site.realmPaths,
      hosts: options.hosts,
      realmOrigins: options.realmOrigins,
    };
    if (path.startsWith('/realm/')) serveRealm(request, response, place, path);
    else if (role === 'realm-only')
      plain(response, 404, 'This name serves the realm and nothing else.');
    else if (path === '/healthz') {
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Cache-Control', 'no-store');
      response.end(
        JSON.stringify({
          status: 'ok',
          uptimeSeconds: Math.round((Date.now() - startedAt) / 1000),
          ...health(),
        }),
      );
    } else servePage(request, response, place, path);
  };
}
