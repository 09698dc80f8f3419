/** `npm run check:size`: weighs three benches, in both languages, against size-budget.json; `-- --update` writes today's greatest weights there. */
import { writeFileSync } from 'node:fs';
import { measureSize, PHASES, type Measured } from './lib/measure-size.ts';
import { main, Problem, say } from './lib/say.mjs';
import { WEIGHED_BENCHES, withChromium, withSite } from './lib/site.ts';
import { budgetFile, findOverweight, readBudget } from './lib/size-budget.ts';

await main(() =>
  withSite((origin) =>
    withChromium(async (browser) => {
      const budget = readBudget();
      const all: Measured[] = [];
      for (const address of WEIGHED_BENCHES) {
        const page = await browser.newPage();
        const measured = await measureSize(page, origin + address);
        await page.close();
        all.push(measured);
        say(address);
        for (const phase of PHASES) {
          const { expected, ceiling } = budget[phase];
          say(
            `  ${phase}: ${measured.bytes[phase]} bytes (expected ${expected}, at most ${ceiling ?? 'any'})`,
          );
        }
      }
      if (process.argv.includes('--update')) {
        const next = Object.fromEntries(
          PHASES.map((phase) => {
            const greatest = Math.max(...all.map(({ bytes }) => bytes[phase]));
            return [phase, { ...budget[phase], expected: greatest }];
          }),
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
