import { describe, expect, it } from 'vitest';
import { lostPoints, missedScores, shortfall } from './lighthouse-score.ts';

describe('a score of Lighthouse that is too low', () => {
  it('is one under 95 for performance, and one under 100 for the rest', () => {
    const scores = [
      { name: 'performance', score: 95 },
      { name: 'accessibility', score: 99 },
      { name: 'best-practices', score: 96 },
      { name: 'seo', score: 100 },
    ];
    expect(missedScores(scores).map(({ name }) => name)).toEqual([
      'accessibility',
      'best-practices',
    ]);
    expect(missedScores([{ name: 'performance', score: 94 }])).toHaveLength(1);
  });

  it('is told with what it had to be', () => {
    expect(
      shortfall([
        { name: 'performance', score: 88 },
        { name: 'seo', score: 94 },
      ]),
    ).toBe('Too low: performance 88 of 95, seo 94 of 100.');
  });

  it('names the audits that took the points, the dearest first', () => {
    const refs = [
      { id: 'speed-index', weight: 10 },
      { id: 'total-blocking-time', weight: 30 },
      { id: 'cumulative-layout-shift', weight: 60 },
      { id: 'dom-size', weight: 0 },
      { id: 'not-applicable', weight: 0 },
    ];
    const audits = {
      'speed-index': { title: 'Speed Index', score: 0.9, displayValue: '3.1 s' },
      'total-blocking-time': { title: 'Total Blocking Time', score: 0.6, displayValue: '437 ms' },
      'cumulative-layout-shift': { title: 'Cumulative Layout Shift', score: 1 },
      'dom-size': { title: 'DOM size', score: 0 },
      'not-applicable': { title: 'Not applicable', score: null },
    };
    expect(lostPoints(refs, audits)).toEqual([
      '  total-blocking-time costs 12.0 points: Total Blocking Time, 437 ms',
      '  speed-index costs 1.0 points: Speed Index, 3.1 s',
    ]);
  });
});
