/**
 * The built site: its files with their caching, and the policies its pages were built with.
 * The list of files is read once at start, so a server is started again after a build.
 */
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import sirv from 'sirv';

export interface Page {
  /** The policy in its own meta element, or null. */
  readonly metaPolicy: string | null;
}

export interface Site {
  /** Pages by the path that serves them: `/lessons/views/`, `/404.html`, `/realm/3f9a….html`. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly realmPaths: readonly string[];
  /** Answers with a file and returns true, or leaves the response alone and returns false. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /** The 404 page's HTML. */
  readonly notFound: string;
}

export const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time; the answer is usually 304. */
export const REVALIDATE = 'no-cache';

/** Whether the path holds a content hash, so that what it names never changes. */
export function isHashed(pathname: string): boolean {
  return pathname.startsWith('/_astro/') || /^\/realm\/[0-9a-f]{8,}\.html$/.test(pathname);
}

/** Types the browsers must agree on even where a table of types has another opinion. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The content of the document's CSP meta element, or null. */
export function metaPolicyOf(html: string): string | null {
  const meta = /<meta[^>]+http-equiv\s*=\s*["']?content-security-policy["']?[^>]*>/i.exec(
    html,
  )?.[0];
  const content = meta === undefined ? null : /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(meta);
  const raw = content?.[1] ?? content?.[2];
  return raw?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? null;
}

/** The path a browser asks for: folders for index pages, as the build wrote them. */
function pagePath(file: string): string {
  const url = '/' + file.split(path.sep).join('/');
  return url.endsWith('/index.html') ? url.slice(0, -'index.html'.length) : url;
}

async function readPages(distDir: string): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const file of await readdir(distDir, { recursive: true })) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(path.join(distDir, file), 'utf8');
    pages.set(pagePath(file), { metaPolicy: metaPolicyOf(html) });
  }
  return pages;
}

/**
 * Leaves only a Range that can be answered in one piece. A server may ignore any other (RFC 9110 §14.2), and sirv reads
 * suffix, list and backward ranges wrongly. If-Range goes too: its validators here are weak and never match.
 */
export function keepPlainRange(request: IncomingMessage): void {
  const { range } = request.headers;
  if (range === undefined) return;
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  const backward = start !== undefined && end && Number(end) < Number(start);
  if (start === undefined || backward || request.headers['if-range'] !== undefined) {
    delete request.headers.range;
  }
}

/** Reads the built site; answers come from the files as they are on disk. */
export async function openSite(distDir: string): Promise<Site> {
  const pages = await readPages(distDir);
  const files = sirv(distDir, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, pathname) {
      response.setHeader('Cache-Control', isHashed(pathname) ? IMMUTABLE : REVALIDATE);
      response.setHeader('Accept-Ranges', 'bytes');
      const type = TYPES[path.extname(pathname)];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });

  return {
    pages,
    realmPaths: [...pages.keys()].filter((each) => each.startsWith('/realm/')),
    notFound: await readFile(path.join(distDir, '404.html'), 'utf8').catch(
      () => '<!doctype html><title>Not found</title><p>There is no such page.</p>',
    ),
    serve(request, response) {
      keepPlainRange(request);
      // A file that a new build has taken away must end this answer, not the process; a reader who leaves closes the file.
      response.on('pipe', (source: Readable) => {
        source.on('error', () => response.destroy());
        response.on('close', () => source.destroy());
      });
      let served = true;
      files(request, response, () => {
        served = false;
      });
      return served;
    },
  };
}
