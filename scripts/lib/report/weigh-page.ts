/** What a page weighs on the wire before the reader does anything, by what it is. */
import type { Page, Response } from '@playwright/test';

export const KINDS = ['document', 'stylesheet', 'script', 'font', 'image', 'other'] as const;
export type Kind = (typeof KINDS)[number];

async function weigh(response: Response): Promise<readonly [Kind, number]> {
  const request = response.request();
  const kind = KINDS.find((each) => each === request.resourceType()) ?? 'other';
  const { responseBodySize } = await request.sizes();
  return [kind, responseBodySize];
}

export async function weighPage(page: Page, url: string): Promise<Record<Kind, number>> {
  const weighed: Promise<readonly [Kind, number]>[] = [];
  page.on('requestfinished', (request) => {
    weighed.push(
      request
        .response()
        .then((response) => (response === null ? (['other', 0] as const) : weigh(response))),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const bytes = { document: 0, stylesheet: 0, script: 0, font: 0, image: 0, other: 0 };
  for (const [kind, size] of await Promise.all(weighed)) bytes[kind] += size;
  return bytes;
}
