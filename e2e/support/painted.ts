import type { Page } from '@playwright/test';

/** What was pressed has had its pictures drawn: they follow the controls by a frame (visualizers/timeline/step-store.ts). */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // Where scripts are off nothing is called back, and nothing follows.
        if (matchMedia('(scripting: none)').matches) resolve();
        else requestAnimationFrame(() => setTimeout(resolve));
      }),
  );
}
