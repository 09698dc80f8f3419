/**
 * Writes a Content-Security-Policy into every built page. Inline scripts (theme, Astro's islands) are allowed one by
 * one, by the hash of their text, so nothing that gets into a page later can run.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

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

/** The policy of one page. `realmOrigins` are where the sandbox's iframe may come from besides this site. */
export function contentSecurityPolicy(
  scriptHashes: readonly string[],
  realmOrigins: readonly string[],
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
    'connect-src': ["'self'"],
    'frame-src': ["'self'", ...realmOrigins],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Puts the policy before anything else that the page's head loads. */
export function withPolicy(html: string, realmOrigins: readonly string[]): string {
  const policy = contentSecurityPolicy(inlineScriptHashes(html), realmOrigins);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
}

/** Locally the realm stands on a sibling name of the same machine, whatever the port. */
const LOCAL_REALMS = ['http://127.0.0.1:*', 'http://localhost:*', 'http://*.localhost:*'];

export function csp(options: { readonly realmOrigins?: readonly string[] } = {}): AstroIntegration {
  const realmOrigins = [...LOCAL_REALMS, ...(options.realmOrigins ?? [])];
  return {
    name: 'bytescope:csp',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
          const file = join(entry.parentPath, entry.name);
          // The realm's page brings a stricter policy of its own.
          if (entry.parentPath.endsWith('realm')) continue;
          const html = readFileSync(file, 'utf8');
          const guarded = withPolicy(html, realmOrigins);
          if (guarded === html)
            throw new Error(`${file}: no <meta charset> to put the Content-Security-Policy after.`);
          writeFileSync(file, guarded);
        }
      },
    },
  };
}
