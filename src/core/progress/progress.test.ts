import { describe, expect, it, test } from 'vitest';
import { parseProgressText } from './parse';
import { randomOf, randomProgress } from './progress.fixture';
import { addTo, formatProgress, markDone, merge, moveTo, NO_PROGRESS, reset } from './progress';
import { countDone, countGained, partKeys } from './totals';

const read = (id: string) => ({ kind: 'section', lesson: 'views', id }) as const;
const solved = (state: 'tried' | 'seen' | 'solved') =>
  ({ kind: 'exercise', lesson: 'views', id: 'window', state }) as const;
const answered = (correct: boolean) =>
  ({ kind: 'quiz', lesson: 'views', id: 'q', correct }) as const;
const sectionA = markDone(NO_PROGRESS, read('a'));
const sectionB = markDone(NO_PROGRESS, read('b'));

describe('merging', () => {
  const random = randomOf(7);
  const triples = Array.from({ length: 2000 }, () => [
    randomProgress(random),
    randomProgress(random),
    randomProgress(random),
  ]);

  it('gives the same whichever side speaks first', () => {
    for (const [a, b] of triples)
      expect(formatProgress(merge(a!, b!))).toBe(formatProgress(merge(b!, a!)));
  });

  it('gives the same in whatever order three come together', () => {
    for (const [a, b, c] of triples)
      expect(formatProgress(merge(merge(a!, b!), c!))).toBe(
        formatProgress(merge(a!, merge(b!, c!))),
      );
  });

  it('changes nothing the second time', () => {
    for (const [a, b] of triples) {
      const once = merge(a!, b!);
      expect(formatProgress(merge(once, b!))).toBe(formatProgress(once));
      expect(formatProgress(merge(a!, a!))).toBe(formatProgress(a!));
    }
  });

  it('keeps what either side knows, and the further state of both', () => {
    const both = merge(markDone(sectionA, solved('solved')), markDone(sectionB, solved('tried')));
    expect(both.lessons).toEqual({
      views: { 'section:a': 'read', 'section:b': 'read', 'exercise:window': 'solved' },
    });
  });

  it('does not bring back what was reset, from whichever side it comes', () => {
    const anew = reset(sectionA);
    expect(merge(anew, sectionA).lessons).toEqual({});
    expect(merge(sectionA, anew).lessons).toEqual({});
    const again = markDone(anew, read('b'));
    expect(merge(sectionA, again).lessons).toEqual({ views: { 'section:b': 'read' } });
  });

  it('takes the later place', () => {
    const early = moveTo(NO_PROGRESS, 'views', 'a', 10);
    const late = moveTo(NO_PROGRESS, 'signed', 'b', 20);
    expect(merge(early, late).place).toEqual({ lesson: 'signed', section: 'b', at: 20 });
  });
});

describe('adding, as an import and an undo do', () => {
  it('brings back what was reset, since the reader asks for it', () => {
    const anew = markDone(reset(sectionA), read('b'));
    const back = addTo(anew, sectionA);
    expect(back.lessons).toEqual({ views: { 'section:a': 'read', 'section:b': 'read' } });
    // The other tabs, which forgot with the reset, take it over.
    expect(merge(anew, back)).toEqual(back);
  });

  it('loses nothing that is here, even to a file with more resets', () => {
    const random = randomOf(11);
    for (let i = 0; i < 1000; i += 1) {
      const mine = randomProgress(random);
      const sum = addTo(mine, randomProgress(random));
      expect(formatProgress(addTo(sum, mine))).toBe(formatProgress(sum));
      expect(sum.resets).toBe(mine.resets);
    }
  });
});

describe('marks', () => {
  it('never go back', () => {
    const seen = markDone(markDone(NO_PROGRESS, solved('solved')), solved('seen'));
    expect(seen.lessons['views']).toEqual({ 'exercise:window': 'solved' });
    const wrong = markDone(markDone(NO_PROGRESS, answered(true)), answered(false));
    expect(wrong.lessons['views']).toEqual({ 'quiz:q': 'right' });
  });

  it('are refused for what no part can be called', () => {
    expect(() => markDone(NO_PROGRESS, read('a b'))).toThrow(
      'No part of a lesson can be called “views/a b”.',
    );
  });

  it('leave the object they are noted in as it was', () => {
    markDone(sectionA, read('c'));
    expect(sectionA.lessons).toEqual({ views: { 'section:a': 'read' } });
  });
});

describe('the place', () => {
  it('moves on although the clock was put back', () => {
    const before = moveTo(NO_PROGRESS, 'views', 'a', 1000);
    const after = moveTo(before, 'views', 'b', 10);
    expect(merge(before, after).place?.section).toBe('b');
  });

  it('can be read again also behind the last number there is', () => {
    const last = Number.MAX_SAFE_INTEGER;
    const full = { ...moveTo(NO_PROGRESS, 'views', 'a', last), resets: last };
    for (const next of [moveTo(full, 'views', 'b', 1), reset(full)])
      expect(parseProgressText(formatProgress(next)).kind).toBe('ok');
  });

  it('is the same object while the reader stays, so that nothing is stored', () => {
    const here = moveTo(NO_PROGRESS, 'views', 'a', 1);
    expect(moveTo(here, 'views', 'a', 2)).toBe(here);
  });
});

test('the text of progress does not depend on the order of marks, and is read back', () => {
  const one = markDone(markDone(sectionA, read('b')), solved('tried'));
  const other = markDone(markDone(sectionB, solved('tried')), read('a'));
  expect(formatProgress(one)).toBe(formatProgress(other));
  const random = randomOf(3);
  for (let i = 0; i < 500; i += 1) {
    const progress = randomProgress(random);
    const parsed = parseProgressText(formatProgress(progress));
    expect(parsed).toEqual({ kind: 'ok', value: progress });
  }
});

describe('totals', () => {
  const parts = { sections: ['a', 'b'], quizzes: ['q'], exercises: ['window', 'record'] };

  it('count a quiz that is answered and an exercise that is solved, of each kind and of all', () => {
    let progress = markDone(sectionA, answered(false));
    progress = markDone(progress, solved('seen'));
    expect(countDone(progress, 'views', partKeys(parts))).toEqual({
      all: { total: 5, done: 2 },
      section: { total: 2, done: 1 },
      quiz: { total: 1, done: 1 },
      exercise: { total: 2, done: 0 },
    });
    expect(countDone(markDone(progress, solved('solved')), 'views', partKeys(parts)).all.done).toBe(
      3,
    );
  });

  it('leave out parts that the lesson no longer has, and know nothing of other lessons', () => {
    const stale = markDone(sectionA, read('gone'));
    expect(countDone(stale, 'views', partKeys(parts)).all.done).toBe(1);
    expect(countDone(stale, 'constructor', partKeys(parts)).all.done).toBe(0);
  });

  it('say how many parts an import brought further', () => {
    const after = markDone(markDone(sectionA, read('b')), solved('solved'));
    expect(countGained(sectionA, after)).toBe(2);
    expect(countGained(after, after)).toBe(0);
  });
});
