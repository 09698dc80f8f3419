/** Benches with pictures, before any lesson has one. */
import { startPageSite } from './page-site.ts';

export interface PixelsSite {
  /** Of one of the snippets, in a theme. */
  url(snippet: string): string;
  close(): Promise<void>;
}

export async function startPixelsSite(): Promise<PixelsSite> {
  const site = await startPageSite('pixels-page');
  return {
    url: (snippet) => site.url({ snippet }),
    close: () => site.close(),
  };
}
