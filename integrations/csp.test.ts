import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentSecurityPolicy, inlineScriptHashes, withPolicy } from './csp';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><script>one()</script>
<script type="module">two()</script><script src="/a.js"></script>
<script type="application/ld+json">{"a":1}</script></head><body><script>one()</script></body></html>`;

it('hashes each inline script once, byte for byte, and leaves data alone', () => {
  expect(inlineScriptHashes(PAGE)).toEqual([hash('one()'), hash('two()')]);
});

it('lets nothing run that is not from here or hashed', () => {
  const policy = contentSecurityPolicy([hash('one()')], ['https://realm.example']);
  expect(policy).toContain(`script-src 'self' ${hash('one()')} 'wasm-unsafe-eval'`);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).toContain("frame-src 'self' https://realm.example");
  expect(policy).toContain("object-src 'none'");
});

it('puts the policy before anything that loads', () => {
  const html = withPolicy(PAGE, []);
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  expect(inlineScriptHashes(html)).toEqual(inlineScriptHashes(PAGE));
});
