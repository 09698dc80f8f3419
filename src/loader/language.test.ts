import { describe, expect, it } from 'vitest';
import { nearest, parsePlace } from './keep-place';
import { takeStep } from './keep-steps';
import { languageToOffer } from './language';

describe('the language that is offered', () => {
  it.each([
    ['Korean, to a Korean browser on an English page', ['ko-KR', 'en-US'], 'en', 'ko'],
    ['English, to an English browser on a Korean page', ['en-GB'], 'ko', 'en'],
    ['the first that is known', ['fr', 'ko', 'en'], 'en', 'ko'],
    ['none where the page is in it', ['ko', 'en'], 'ko', null],
    ['none where the page’s comes first', ['en', 'ko'], 'en', null],
    ['none where none is known', ['fr', 'de-DE'], 'en', null],
    ['none where nothing is said', [], 'en', null],
  ])('is %s', (_, asked, here, offered) => {
    expect(languageToOffer(asked, here, [here === 'en' ? 'ko' : 'en'])).toBe(offered);
  });

  it('is none where the page is in one language', () => {
    expect(languageToOffer(['ko'], 'en', [])).toBeNull();
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
