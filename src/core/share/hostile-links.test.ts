import { expect, test, vi } from 'vitest';
import { toBase64Url } from './base64-url';
import { deflate } from './deflate';
import { fingerprint } from './fingerprint';
import { MAX_INFLATED_BYTES } from './limits';
import { openLink, writeExampleLink, writeLink } from './link';
import { writeRecord } from './record';
import { PLAIN_VIEW, type Shared } from './shared';
import { FULL, shared } from './shared.fixture';

// Thousands of links, and other tests beside them.
vi.setConfig({ testTimeout: 60_000 });

/** The same numbers in every run. @see mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PROBLEMS = ['none', 'newer', 'character', 'cut', 'damaged', 'large', 'field'];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STRANGE = `${ALPHABET}./#%+=<>&"' \0\n\u202e💧가`;

/** It opens or says why, and what opens is within the limits and can be written again. */
function check(hash: string): string {
  const opened = openLink(hash);
  if (opened.kind === 'problem') {
    expect(PROBLEMS).toContain(opened.problem.kind);
    return opened.problem.kind;
  }
  if (opened.kind === 'example') {
    expect(openLink(writeExampleLink(opened.example))).toEqual(opened);
    return 'opened';
  }
  expect(sizeOf(opened.shared)).toBeLessThanOrEqual(MAX_INFLATED_BYTES);
  const again = writeLink(opened.shared);
  if (again.kind === 'link') expect(openLink(again.hash)).toEqual(opened);
  return 'opened';
}

function sizeOf({ program, files }: Shared): number {
  const texts = [program.source, program.html ?? '', program.serverHalf?.source ?? ''];
  return (
    texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0) +
    files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  );
}

function counted(times: number, each: (random: () => number) => string): Map<string, number> {
  const random = seeded(7);
  const counts = new Map<string, number>();
  for (let time = 0; time < times; time++) {
    const outcome = check(each(random));
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

const pick = (random: () => number, text: readonly string[]): string =>
  text[Math.floor(random() * text.length)] ?? '';
const link = (what: Shared): string => {
  const written = writeLink(what);
  return written.kind === 'link' ? written.hash : '';
};
const GOOD = [link(shared()), link(FULL)];

test('3,000 links with characters changed, left out, doubled or put in', () => {
  const strange = Array.from(STRANGE);
  const counts = counted(3_000, (random) => {
    const units = Array.from(pick(random, GOOD));
    for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits--) {
      const at = Math.floor(random() * units.length);
      const way = random();
      if (way < 0.4) units[at] = pick(random, Array.from(ALPHABET));
      else if (way < 0.5) units[at] = pick(random, strange);
      else if (way < 0.7) units.splice(at, 1 + Math.floor(random() * 8));
      else if (way < 0.85) units.splice(at, 0, pick(random, strange));
      else units.length = at;
    }
    return units.join('');
  });
  // It is no test where only one thing ever happens.
  for (const outcome of ['character', 'cut', 'damaged', 'opened']) {
    expect(counts.get(outcome), outcome).toBeGreaterThan(0);
  }
});

test('1,500 records with bytes changed, packed as if nothing had been', () => {
  const records = [writeRecord(shared()), writeRecord(FULL)];
  const counts = counted(1_500, (random) => {
    const record = Uint8Array.from(records[random() < 0.3 ? 0 : 1] ?? []);
    for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits--) {
      record[Math.floor(random() * record.length)] = Math.floor(random() * 256);
    }
    const cut = random() < 0.1 ? record.subarray(0, Math.floor(random() * record.length)) : record;
    return `1.${toBase64Url(Uint8Array.of(...fingerprint(cut), ...deflate(cut)))}`;
  });
  for (const outcome of ['opened', 'cut', 'damaged', 'field', 'newer']) {
    expect(counts.get(outcome), outcome).toBeGreaterThan(0);
  }
});

test('1,000 links of random bytes', () => {
  const counts = counted(1_000, (random) => {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 400) }, () =>
      Math.floor(random() * 256),
    );
    return `1.${toBase64Url(bytes)}`;
  });
  expect(counts.get('opened') ?? 0).toBe(0);
});

test('5,000 names of examples', () => {
  const good = writeExampleLink({
    from: 'views/create',
    mark: 'Ab3d',
    view: { ...PLAIN_VIEW, step: 12, memory: { buffer: 0, offset: 16 }, base: 'bin' },
  });
  const counts = counted(5_000, (random) => {
    const units = Array.from(good);
    units[Math.floor(random() * units.length)] = pick(random, Array.from('/.-_0a9%B'));
    return units.join('');
  });
  expect(counts.get('opened')).toBeGreaterThan(0);
  expect(counts.get('field')).toBeGreaterThan(0);
});
