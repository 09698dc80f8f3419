/** What a lesson page weighs: size-budget.json, measured in the browser. */
import { measureSize } from '../scripts/lib/measure-size.ts';
import { WEIGHED_LESSONS } from '../scripts/lib/site.ts';
import { findOverweight, readBudget } from '../scripts/lib/size-budget.ts';
import { expect, test } from './support/test';

for (const lesson of WEIGHED_LESSONS)
  test(`${lesson} stays within the size budget, and runs the editor only when asked`, async ({
    page,
    baseURL,
  }) => {
    // Two megabytes of editor are fetched, and every script is watched while it runs.
    test.setTimeout(150_000);
    const measured = await measureSize(page, `${baseURL ?? ''}${lesson}`);
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify(measured.bytes) });
    expect(findOverweight(readBudget(), measured.bytes)).toEqual([]);
    expect(measured.editorRanEarly).toEqual([]);
    // Or the line above would hold for a wrong list of files too.
    expect(measured.editorRanWhenAsked).not.toEqual([]);
  });
