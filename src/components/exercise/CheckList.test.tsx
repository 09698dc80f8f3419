import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { defineExercise } from '../../core/exercise';
import type { Feedback } from '../../core/exercise/feedback';
import { countsAsSolved, judge } from '../../core/exercise/judge';
import type { Run } from '../../core/trace/run';
import { feedbackWords, refusalWords } from '../../i18n/exercise';
import { exercisePageText } from '../../i18n/exercise-page';
import { CheckList } from './CheckList';

const feedback = (mistake: string, expected: string, found: string): Feedback => ({
  problem: { kind: 'value', expected, found },
  mistake,
  call: null,
  spot: { line: null, step: null, bufferId: null, byteOffset: null },
});

test('only the first check that failed has the exercise’s own words: the others may take for granted that it passed', () => {
  const exercise = defineExercise({
    probes: [],
    checks: { top: { judge: () => null }, bottom: { judge: () => null } },
    words: {
      en: {
        checks: { top: 'Stops at 255', bottom: 'Stops at 0' },
        mistakes: {
          wrapped: { why: 'It wrapped.', next: 'Clamp it.' },
          half: { why: 'The top holds, the bottom does not.', next: 'Clamp that, too.' },
        },
      },
    },
  });
  const html = renderToString(
    <CheckList
      checks={[
        { id: 'top', says: 'Stops at 255' },
        { id: 'bottom', says: 'Stops at 0' },
      ]}
      checked={{
        judging: { exercise, judge, countsAsSolved, feedbackWords, refusalWords },
        run: {} as Run,
        verdict: {
          passed: false,
          checks: [
            { id: 'top', state: 'failed', feedback: feedback('wrapped', '255', '4') },
            { id: 'bottom', state: 'failed', feedback: feedback('half', '0', '216') },
          ],
          refusal: null,
          mistake: null,
        },
        result: 'failed',
      }}
      locale="en"
      text={exercisePageText.en}
      onLine={() => undefined}
      onByte={null}
    />,
  );
  expect(html).toContain('It wrapped.');
  expect(html).toContain('Clamp it.');
  expect(html).not.toContain('The top holds');
  expect(html).toContain('216');
});
