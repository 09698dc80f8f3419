import { describe, expect, it } from 'vitest';
import { CHAPTERS, PLANNED_LESSONS, layOut, neighbours } from './curriculum';

const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));

/** Which sample of the 2015 post is carried where. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  views: ['S1', 'S2', 'S3'],
  signed: ['S4'],
  endianness: ['S5'],
  upload: ['S6', 'S7'],
  pixels: ['S8', 'S9', 'S10', 'S11'],
  webm: ['S12', 'S13'],
  mse: ['S14', 'S15'],
};

describe('the samples of the 2015 post', () => {
  it('are S1 to S15, each in one lesson', () => {
    const all = Object.values(SAMPLES).flat();
    expect(all).toEqual(Array.from({ length: 15 }, (_, i) => `S${i + 1}`));
  });

  it.each(Object.entries(SAMPLES))('are carried by %s', async (slug, seeds) => {
    const path = `../lessons/${slug}/expected.ts`;
    const { expected } = (await import(path)) as { expected: { seeds: readonly string[] } };
    expect([...new Set(expected.seeds)].toSorted(byNumber)).toEqual(seeds);
  });
});

describe('the map', () => {
  it('has fourteen lessons in six chapters, no slug twice', () => {
    expect(CHAPTERS).toHaveLength(6);
    expect(PLANNED_LESSONS).toHaveLength(14);
    expect(new Set(PLANNED_LESSONS.map(({ slug }) => slug)).size).toBe(14);
  });

  it('shows every lesson as planned when none is written', () => {
    const places = layOut([]);
    expect(places.map(({ kind }) => kind)).toEqual(Array<string>(14).fill('planned'));
    expect(places.map(({ number }) => number)).toEqual(
      PLANNED_LESSONS.map((_, index) => index + 1),
    );
  });

  it('takes title and time of a written lesson from the lesson', () => {
    const places = layOut([{ slug: 'views', title: 'Views!', minutes: 3 }]);
    expect(places[1]).toMatchObject({ kind: 'written', title: 'Views!', minutes: 3, number: 2 });
  });

  it('makes room for a lesson that is not on it', () => {
    const places = layOut([
      { slug: 'shared', title: 'Shared memory', minutes: 20, chapter: 'containers', order: 2 },
      { slug: 'bits', title: 'Bits', minutes: 5, chapter: 'numbers' },
    ]);
    expect(places).toHaveLength(16);
    expect(places.slice(0, 7).map(({ slug }) => slug)).toEqual([
      'blob',
      'shared',
      'views',
      'copies',
      'signed',
      'floats',
      'bits',
    ]);
  });

  it('moves a lesson whose frontmatter names another chapter, and keeps one of it', () => {
    const places = layOut([
      { slug: 'views', title: 'Views', minutes: 3, chapter: 'numbers', order: 1 },
    ]);
    expect(places.filter(({ slug }) => slug === 'views')).toHaveLength(1);
    expect(places[2]).toMatchObject({ slug: 'views', chapter: { id: 'numbers' } });
  });
});

it('leads from a written lesson to the next written one, past the planned', () => {
  const places = layOut([
    { slug: 'blob', title: 'Blob', minutes: 1 },
    { slug: 'signed', title: 'Signed', minutes: 1 },
  ]);
  expect(neighbours(places, 'blob')).toMatchObject({ previous: null, next: { slug: 'signed' } });
  expect(neighbours(places, 'signed')).toMatchObject({ previous: { slug: 'blob' }, next: null });
});
