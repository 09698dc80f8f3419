/**
 * Writes a Content-Security-Policy into every built page. Inline scripts (theme, Astro's islands) are allowed one by
 * one, by the hash of their text, so nothing that gets into a page later can run.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBase } from '../src/core/base-path';

/** Types that a browser does not execute: data blocks and speculation rules need no hash. */
const DATA_BLOCK = /\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|speculationrules)/i;

/** `sha256-…` of every inline script in a page, as its source list wants them. */
export function inlineScriptHashes(html: string): readonly string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(
    /<script\b([^>]*)>([\s\S]*?)<\/script>/gi,
  )) {
    if (/\bsrc\s*=/i.test(attributes) || DATA_BLOCK.test(attributes)) continue;
    hashes.add(`'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`);
  }
  return [...hashes];
}

/** Where the realm's page may be framed from. */
export interface Frames {
  /** The site's public address, of which only the origin counts. */
  readonly site: string;
  /** Configured origins of the realm. */
  readonly realmOrigins: readonly string[];
  /** Paths of the realm's pages, with the site's base. */
  readonly realmPaths: readonly string[];
}

/** Names that a page on this machine takes its realms from (src/sandbox/origins.ts), whatever the port. */
const LOCAL_REALMS = ['http://127.0.0.1:*', 'http://localhost:*', 'http://*.localhost:*'];

/**
 * The realm's addresses, exact as far as the build knows them: a frame that may go anywhere takes what it knows along.
 * A build for this machine may be opened under any of its names, and one that names no realm under an address that
 * nobody told, so both say 'self', which has no path.
 */
export function frameSources({ site, realmOrigins, realmPaths }: Frames): readonly string[] {
  const { origin, hostname } = new URL(site);
  const at = (origins: readonly string[]): string[] =>
    origins.flatMap((each) => realmPaths.map((path) => each + path));
  if (realmOrigins.length > 0) return at([...realmOrigins, origin]);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  return ["'self'", ...(isLocal ? at(LOCAL_REALMS) : [])];
}

/** The policy of one page, which may frame what `frames` lists. */
export function contentSecurityPolicy(
  scriptHashes: readonly string[],
  frames: readonly string[],
): string {
  const directives = {
    'default-src': ["'self'"],
    // Shiki's grammar engine, when an editor is open, is WebAssembly.
    'script-src': ["'self'", ...scriptHashes, "'wasm-unsafe-eval'"],
    // Monaco and React position things by inline styles.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    // The lab's WebSocket too: 'self' covers ws: and wss: of the page's own host (CSP3 §6.7.2.8).
    'connect-src': ["'self'"],
    'frame-src': frames,
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Puts the policy before anything else that the page's head loads. */
export function withPolicy(html: string, frames: readonly string[]): string {
  const policy = contentSecurityPolicy(inlineScriptHashes(html), frames);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
}

export function csp(options: { readonly realmOrigins?: readonly string[] } = {}): AstroIntegration {
  let site = 'http://localhost';
  let base = '/';
  return {
    name: 'bytescope:csp',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? site;
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const realmPaths = readdirSync(join(root, 'realm')).map((name) =>
          withBase(base, `/realm/${name}`),
        );
        const frames = frameSources({
          site,
          realmOrigins: options.realmOrigins ?? [],
          realmPaths,
        });
        for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
          const file = join(entry.parentPath, entry.name);
          // The realm's page brings a stricter policy of its own.
          if (entry.parentPath.endsWith('realm')) continue;
          const html = readFileSync(file, 'utf8');
          const guarded = withPolicy(html, frames);
          if (guarded === html)
            throw new Error(`${file}: no <meta charset> to put the Content-Security-Policy after.`);
          writeFileSync(file, guarded);
        }
      },
    },
  };
}
