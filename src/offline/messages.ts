/** What a page says to the service worker, and what it hears on the port that it sent along. */

export type ToWorker =
  /** A reader opened this page: keep it. */
  | { readonly kind: 'visited'; readonly page: string }
  /** Keep all of these; a port is told how far that is (`KeepProgress`). */
  | { readonly kind: 'keep'; readonly pages: readonly string[] }
  /** Which build are you? The port is told its name. */
  | { readonly kind: 'build' }
  /** A worker that waits for the pages of an older one to be closed takes over from it now. */
  | { readonly kind: 'take-over' };

export interface KeepProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What arrived, or null when it is none of these. */
export function parseToWorker(value: unknown): ToWorker | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  switch (value.kind) {
    case 'visited':
      return 'page' in value && isText(value.page) ? { kind: 'visited', page: value.page } : null;
    case 'keep':
      return 'pages' in value && Array.isArray(value.pages) && value.pages.every(isText)
        ? { kind: 'keep', pages: value.pages }
        : null;
    case 'build':
    case 'take-over':
      return { kind: value.kind };
    default:
      return null;
  }
}
