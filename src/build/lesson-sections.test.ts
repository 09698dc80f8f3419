import { describe, expect, it } from 'vitest';
import { pairSections } from './lesson-sections';

const english = [
  { id: 'which-end', title: 'Which end?' },
  { id: 'pitfalls', title: 'Pitfalls' },
];

describe('sections in two languages', () => {
  it('are the same part of the lesson, in the order of the text', () => {
    const korean = [
      { id: '어느-쪽', title: '어느 쪽?' },
      { id: '함정', title: '함정' },
    ];
    expect(pairSections(korean, english)).toEqual([
      { part: 'which-end', id: '어느-쪽', title: '어느 쪽?' },
      { part: 'pitfalls', id: '함정', title: '함정' },
    ]);
  });

  it('are refused where one text has more of them, with what to do', () => {
    expect(pairSections([{ id: '함정', title: '함정' }], english)).toBe(
      'This text has 1 sections (##), the English one 2. A section read in one language counts in the other, so give both the same, in the same order.',
    );
  });
});
