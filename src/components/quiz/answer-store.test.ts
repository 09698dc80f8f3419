import { describe, expect, test } from 'vitest';
import { fakeStorage } from '../bench/fake-storage';
import { ANSWER_KEY, keep, readKept } from './answer-store';

const KEY = `${ANSWER_KEY}views/window`;

test('what was answered comes back, and goes when it is forgotten', () => {
  const storage = fakeStorage();
  const answer = { typed: ['FE', 'FF'], seen: false };
  keep(storage, 'views/window', answer);
  expect(readKept(storage, 'views/window', 2)).toEqual(answer);
  expect(readKept(storage, 'views/create', 2)).toBeNull();
  keep(storage, 'views/window', null);
  expect(storage.map.size).toBe(0);
});

describe('nothing comes back of', () => {
  test.each([
    ['text that is no JSON', '{'],
    ['a value that is no object', '7'],
    ['null', 'null'],
    ['another version', '{"v":2,"typed":["FE","FF"],"seen":false}'],
    ['texts that are none', '{"v":1,"typed":["FE",7],"seen":false}'],
    ['an answer to another question', '{"v":1,"typed":["FE"],"seen":false}'],
    ['no list', '{"v":1,"typed":"FE","seen":false}'],
    ['a mark that is none', '{"v":1,"typed":["FE","FF"],"seen":1}'],
    [
      'a text that nobody typed',
      JSON.stringify({ v: 1, typed: ['FE', 'F'.repeat(201)], seen: false }),
    ],
  ])('%s', (_, text) => {
    const storage = fakeStorage();
    storage.map.set(KEY, text);
    expect(readKept(storage, 'views/window', 2)).toBeNull();
  });

  test('storage that is full', () => {
    const storage = fakeStorage(10);
    keep(storage, 'views/window', { typed: ['FE', 'FF'], seen: false });
    expect(readKept(storage, 'views/window', 2)).toBeNull();
  });
});
