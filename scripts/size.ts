/** `npm run check:size`: weighs the lesson page, in both languages, against size-budget.json; `-- --update` writes today's weights of the English one there. */
import { writeFileSync } from 'node:fs';
import { measureSize, PHASES } from './lib/measure-size.ts';
import { main, Problem, say } from './lib/say.mjs';
import { MEASURED_KOREAN_LESSON, MEASURED_LESSON, withChromium, withSite } from './lib/site.ts';
import { budgetFile, findOverweight, readBudget } from './lib/size-budget.ts';

await main(() =>
  withSite((origin) =>
    withChromium(async (browser) => {
      const english = await measureSize(await browser.newPage(), origin + MEASURED_LESSON);
      const korean = await measureSize(await browser.newPage(), origin + MEASURED_KOREAN_LESSON);
      const { bytes } = english;
      const budget = readBudget();
      for (const phase of PHASES) {
        const { expected, ceiling } = budget[phase];
        say(
          `${phase}: ${bytes[phase]} bytes, in Korean ${korean.bytes[phase]} (expected ${expected}, at most ${ceiling ?? 'any'})`,
        );
      }
      if (process.argv.includes('--update')) {
        const next = Object.fromEntries(
          PHASES.map((phase) => [phase, { ...budget[phase], expected: bytes[phase] }]),
        );
        writeFileSync(budgetFile, JSON.stringify(next, null, 2) + '\n');
        say('Wrote these into size-budget.json.');
        return;
      }
      const problems = [english, korean].flatMap((measured) => [
        ...findOverweight(budget, measured.bytes),
        ...measured.editorRanEarly.map((file) => `The editor ran before it was asked for: ${file}`),
      ]);
      if (problems.length > 0) throw new Problem(problems.join('\n'));
    }),
  ),
);
