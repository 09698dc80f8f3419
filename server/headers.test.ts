import { describe, expect, test } from 'vitest';
import { pagePolicy, realmPolicy, type Place } from './headers.ts';

const place: Place = {
  host: 'localhost:4321',
  port: 4321,
  realmPaths: ['/realm/0123456789abcdef.html'],
  hosts: [],
  realmOrigins: [],
};

/** The sources of one directive. */
const sources = (policy: string, directive: string) =>
  policy
    .split('; ')
    .filter((each) => each.startsWith(`${directive} `))
    .flatMap((each) => each.split(' ').slice(1));

describe('the policy of a page', () => {
  test('frames the realm by its exact address on each loopback name, and nothing else', () => {
    const policy = pagePolicy(place, "default-src 'self'; frame-src 'self' http://*.localhost:*");
    expect(sources(policy, 'frame-src')).toEqual(
      ['localhost', '127.0.0.1', 'a.localhost', 'b.localhost', 'c.localhost', 'd.localhost'].map(
        (name) => `${name}:4321/realm/0123456789abcdef.html`,
      ),
    );
  });

  test('frames only the configured realm origins, and its own name, where there are some', () => {
    const deployed = { ...place, host: 'lab.example', port: 443 };
    const configured = { ...deployed, realmOrigins: ['https://realm.example'] };
    const path = place.realmPaths[0]!;
    expect(sources(pagePolicy(configured, null), 'frame-src')).toEqual([
      `lab.example${path}`,
      `https://realm.example${path}`,
    ]);
    expect(sources(pagePolicy(deployed, null), 'frame-src')).toEqual([`lab.example${path}`]);
  });

  test('adds the name it was asked under, and the configured realm origins', () => {
    const policy = pagePolicy(
      { ...place, host: '192.168.1.7:4321', realmOrigins: ['https://realm.example'] },
      null,
    );
    const path = place.realmPaths[0]!;
    expect(sources(policy, 'frame-src')).toContain(`192.168.1.7:4321${path}`);
    expect(sources(policy, 'frame-src')).toContain(`https://realm.example${path}`);
  });

  test('keeps what the page said of itself, hashes included', () => {
    const policy = pagePolicy(place, "script-src 'self' 'sha256-abc='; object-src 'none'");
    expect(sources(policy, 'script-src')).toEqual(["'self'", "'sha256-abc='"]);
    expect(sources(policy, 'object-src')).toEqual(["'none'"]);
  });

  test('lets a page talk to its own origin, the lab’s WebSocket included, and to no other', () => {
    const policy = pagePolicy(place, "default-src 'self'; connect-src 'self'");
    expect(sources(policy, 'connect-src')).toEqual(["'self'"]);
    expect(sources(pagePolicy(place, null), 'default-src')).toEqual(["'self'"]);
  });

  test('lets nobody frame it, and frames nothing where there is no realm', () => {
    const policy = pagePolicy({ ...place, realmPaths: [] }, null);
    expect(sources(policy, 'frame-ancestors')).toEqual(["'none'"]);
    expect(sources(policy, 'frame-src')).toEqual(["'none'"]);
  });
});

describe('the policy of the realm', () => {
  test('is its own meta policy, made opaque, framed by this site only', () => {
    const policy = realmPolicy(place, "default-src 'none'; script-src 'unsafe-inline';");
    expect(policy).toBe(
      "default-src 'none'; script-src 'unsafe-inline'; sandbox allow-scripts; " +
        'frame-ancestors localhost:4321 127.0.0.1:4321',
    );
  });

  test('names the site’s own public hosts when it is asked for under the realm’s', () => {
    const policy = realmPolicy(
      { ...place, host: 'realm.example', hosts: ['lab.example', 'www.lab.example'] },
      "default-src 'none'",
    );
    expect(sources(policy, 'frame-ancestors')).toEqual([
      'realm.example',
      'lab.example:*',
      'www.lab.example:*',
    ]);
  });
});
