import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, frameSources, inlineScriptHashes, withPolicy } from './csp';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><script>one()</script>
<script type="module">two()</script><script src="/a.js"></script>
<script type="application/ld+json">{"a":1}</script></head><body><script>one()</script></body></html>`;

it('hashes each inline script once, byte for byte, and leaves data alone', () => {
  expect(inlineScriptHashes(PAGE)).toEqual([hash('one()'), hash('two()')]);
});

it('lets nothing run that is not from here or hashed', () => {
  const policy = contentSecurityPolicy([hash('one()')], ['https://realm.example/realm/0.html']);
  expect(policy).toContain(`script-src 'self' ${hash('one()')} 'wasm-unsafe-eval'`);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).toContain('frame-src https://realm.example/realm/0.html;');
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("connect-src 'self';");
});

it('puts the policy before anything that loads', () => {
  const html = withPolicy(PAGE, []);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  expect(inlineScriptHashes(html)).toEqual(inlineScriptHashes(PAGE));
});

const realmPaths = ['/realm/0123456789abcdef.html'];

it('frames the realm by its exact addresses where they are configured, and nothing of this machine', () => {
  const realmOrigins = ['https://r1.example', 'https://r2.example'];
  expect(frameSources({ site: 'https://site.example/', realmOrigins, realmPaths })).toEqual([
    'https://r1.example/realm/0123456789abcdef.html',
    'https://r2.example/realm/0123456789abcdef.html',
    'https://site.example/realm/0123456789abcdef.html',
  ]);
});

it('frames only what is its own where none is configured', () => {
  expect(frameSources({ site: 'https://site.example', realmOrigins: [], realmPaths })).toEqual([
    "'self'",
  ]);
});

it('on this machine, frames nothing but the realm of another name', () => {
  const frames = frameSources({ site: 'http://localhost:4321', realmOrigins: [], realmPaths });
  const others = frames.filter((each) => each !== "'self'");
  expect(others).toHaveLength(3);
  for (const each of others) expect(each).toMatch(/^http:.*:\*\/realm\/0123456789abcdef\.html$/);
});
