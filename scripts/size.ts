/** `npm run check:size`: weighs two lessons, in both languages, against size-budget.json; `-- --update` writes today's weights of the first there. */
import { writeFileSync } from 'node:fs';
import { measureSize, PHASES, type Measured } from './lib/measure-size.ts';
import { main, Problem, say } from './lib/say.mjs';
import { WEIGHED_LESSONS, withChromium, withSite } from './lib/site.ts';
import { budgetFile, findOverweight, readBudget } from './lib/size-budget.ts';

await main(() =>
  withSite((origin) =>
    withChromium(async (browser) => {
      const budget = readBudget();
      const all: Measured[] = [];
      for (const lesson of WEIGHED_LESSONS) {
        const page = await browser.newPage();
        const measured = await measureSize(page, origin + lesson);
        await page.close();
        all.push(measured);
        say(lesson);
        for (const phase of PHASES) {
          const { expected, ceiling } = budget[phase];
          say(
            `  ${phase}: ${measured.bytes[phase]} bytes (expected ${expected}, at most ${ceiling ?? 'any'})`,
          );
        }
      }
      const [first] = all;
      if (process.argv.includes('--update') && first !== undefined) {
        const next = Object.fromEntries(
          PHASES.map((phase) => [phase, { ...budget[phase], expected: first.bytes[phase] }]),
        );
        writeFileSync(budgetFile, JSON.stringify(next, null, 2) + '\n');
        say('Wrote these into size-budget.json.');
        return;
      }
      const problems = all.flatMap((measured) => [
        ...findOverweight(budget, measured.bytes),
        ...measured.editorRanEarly.map((file) => `The editor ran before it was asked for: ${file}`),
      ]);
      if (problems.length > 0) throw new Problem(problems.join('\n'));
    }),
  ),
);
