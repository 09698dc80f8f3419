import { describe, expect, test } from 'vitest';
import { OriginBook } from './origin-book';
import { realmOrigins } from './origins';

describe('realm origins', () => {
  test('a page on localhost gets the realm from 127.0.0.1, and page realms from other names', () => {
    expect(realmOrigins('http://localhost:4321')).toEqual({
      worker: [
        'http://127.0.0.1:4321',
        'http://a.localhost:4321',
        'http://b.localhost:4321',
        'http://c.localhost:4321',
        'http://localhost:4321',
      ],
      page: [
        'http://a.localhost:4321',
        'http://b.localhost:4321',
        'http://c.localhost:4321',
        'http://127.0.0.1:4321',
        'http://localhost:4321',
      ],
    });
  });

  test('a page on 127.0.0.1 gets the realm from localhost', () => {
    const { worker, page } = realmOrigins('http://127.0.0.1:8080');
    expect(worker[0]).toBe('http://localhost:8080');
    expect(page[0]).toBe('http://a.localhost:8080');
    expect(worker.at(-1)).toBe('http://127.0.0.1:8080');
  });

  test('a page on one of the loopback names never takes its own name but as the last resort', () => {
    const { worker, page } = realmOrigins('http://a.localhost:81');
    expect(worker).toEqual([
      'http://127.0.0.1:81',
      'http://b.localhost:81',
      'http://c.localhost:81',
      'http://a.localhost:81',
    ]);
    expect(page[0]).toBe('http://b.localhost:81');
    expect(page.at(-1)).toBe('http://a.localhost:81');
  });

  test('anywhere else it is the configured origin first, then the page itself', () => {
    expect(realmOrigins('https://bytescope.example', 'https://realm.example')).toEqual({
      worker: ['https://realm.example', 'https://bytescope.example'],
      page: ['https://realm.example', 'https://bytescope.example'],
    });
    expect(realmOrigins('https://bytescope.example', ' ')).toEqual({
      worker: ['https://bytescope.example'],
      page: ['https://bytescope.example'],
    });
    expect(
      realmOrigins('https://b.example', 'https://r1.example  https://r2.example').page,
    ).toEqual(['https://r2.example', 'https://r1.example', 'https://b.example']);
  });

  test('loopback over https has no other names, since certificates rarely cover them', () => {
    expect(realmOrigins('https://localhost:4321').worker).toEqual(['https://localhost:4321']);
  });
});

describe('the book of origins', () => {
  const book = () => new OriginBook({ worker: ['w', 'a', 'own'], page: ['a', 'b', 'own'] });

  test('an origin that did not answer is not tried again', () => {
    const origins = book();
    origins.didNotAnswer('w');
    expect(origins.candidates('worker')).toEqual(['a', 'own']);
  });

  test('when none answers, all are tried afresh', () => {
    const origins = book();
    for (const origin of ['w', 'a', 'own']) origins.didNotAnswer(origin);
    expect(origins.candidates('worker')).toEqual(['w', 'a', 'own']);
  });

  test('a page realm goes where no other lives, and to the own origin last', () => {
    const origins = book();
    origins.enter('a');
    expect(origins.candidates('page')).toEqual(['b', 'a', 'own']);
    origins.enter('b');
    origins.enter('b');
    expect(origins.candidates('page')).toEqual(['a', 'b', 'own']);
    origins.leave('b');
    origins.leave('b');
    expect(origins.candidates('page')).toEqual(['b', 'a', 'own']);
  });
});
