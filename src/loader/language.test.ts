import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { nearest, parsePlace } from './keep-place';
import { takeStep } from './keep-steps';

const init = readFileSync(new URL('./language-init.js', import.meta.url), 'utf8');

/** What the inlined script shows on a page, given what the browser asks for. */
function offered(asked: readonly string[], here: string, others: readonly string[], chosen = '') {
  const offers = others.map((offer) => ({ dataset: { offer }, hidden: true }));
  runInNewContext(init, {
    document: { documentElement: { lang: here }, querySelectorAll: () => offers },
    navigator: { languages: asked },
    localStorage: { getItem: () => (chosen === '' ? null : chosen) },
  });
  return offers.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.offer);
}

describe('the language that is offered', () => {
  it.each([
    ['Korean, to a Korean browser on an English page', ['ko-KR', 'en-US'], 'en', ['ko']],
    ['English, to an English browser on a Korean page', ['en-GB'], 'ko', ['en']],
    ['the first that is known', ['fr', 'ko', 'en'], 'en', ['ko']],
    ['none where the page is in it', ['ko', 'en'], 'ko', []],
    ['none where the page’s comes first', ['en', 'ko'], 'en', []],
    ['none where none is known', ['fr', 'de-DE'], 'en', []],
    ['none where nothing is said', [], 'en', []],
  ])('is %s', (_, asked, here, expected) => {
    expect(offered(asked, here, [here === 'en' ? 'ko' : 'en'])).toEqual(expected);
  });

  it('is none where the page is in one language, or the reader has chosen', () => {
    expect(offered(['ko'], 'en', [])).toEqual([]);
    expect(offered(['ko'], 'en', ['ko'], 'en')).toEqual([]);
  });
});

describe('the place that is kept', () => {
  it('is told by the nearest landmarks first, whichever side of the line they are', () => {
    expect(
      nearest(
        [
          ['section:a', -900],
          ['bench-b', 250],
          ['section:c', 400],
        ],
        300,
      ).map(([name]) => name),
    ).toEqual(['bench-b', 'section:c', 'section:a']);
  });

  it.each([null, '', '{', '[]', '{"path":1,"landmarks":[]}', '{"path":"/ko/"}'])(
    'is none where storage holds %j',
    (text) => {
      expect(parsePlace(text)).toBeNull();
    },
  );

  it('leaves out landmarks that are none', () => {
    expect(parsePlace('{"path":"/ko/","landmarks":[["a",1],["b"],3,["c",null]]}')).toEqual({
      path: '/ko/',
      landmarks: [['a', 1]],
    });
  });
});

describe('the step of a bench', () => {
  const storageWith = (text: string | null) => {
    const items = new Map(text === null ? [] : [['bytescope:step:views/create', text]]);
    return {
      getItem: (key: string) => items.get(key) ?? null,
      removeItem: (key: string) => void items.delete(key),
    };
  };

  it.each([
    ['7/23', 7],
    ['0/23', 0],
    ['23/23', 23],
    ['7/24', null],
    ['24/23', null],
    ['x/23', null],
    ['', null],
    [null, null],
  ])('kept as %j is %j in a recording of 23', (text, step) => {
    expect(takeStep(storageWith(text), 'views/create', 23)).toBe(step);
  });

  it('is given out once', () => {
    const storage = storageWith('7/23');
    expect(takeStep(storage, 'views/create', 23)).toBe(7);
    expect(takeStep(storage, 'views/create', 23)).toBeNull();
  });
});
