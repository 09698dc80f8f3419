/** What axe objects to on a page, as `rule: what it asks for (how many elements)`. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export async function findViolations(page: Page): Promise<string[]> {
  // Frames are left out: they hold what a snippet draws.
  const { violations } = await new AxeBuilder({ page })
    .include('html')
    .setLegacyMode()
    .options({ resultTypes: ['violations'], iframes: false })
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length})`);
}
