import { describe, expect, it } from 'vitest';
import { lostPoints, shortfall } from './lighthouse-score.ts';

describe('a score of Lighthouse that is too low', () => {
  it('is told with what is missing', () => {
    expect(
      shortfall([
        { name: 'performance', score: 88 },
        { name: 'seo', score: 94 },
      ]),
    ).toBe('Under 95: performance 88 (7 short), seo 94 (1 short).');
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
