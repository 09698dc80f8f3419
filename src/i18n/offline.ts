/** Interface text of reading without a network: the offer of a new version, the stand-in page, what is kept. */
import { offline } from './ko/offline';
import type { Texts } from './locale';

export interface OfflineText {
  readonly update: {
    readonly says: string;
    readonly reload: string;
    readonly later: string;
  };
  readonly standIn: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly again: string;
    readonly kept: string;
    readonly nothing: string;
  };
  readonly panel: {
    readonly title: string;
    readonly about: string;
    /** Running code is another matter than reading. */
    readonly running: string;
    readonly kept: (pages: number, bytes: number) => string;
    readonly nothing: string;
    readonly impossible: string;
    readonly list: string;
    readonly keepAll: string;
    readonly remove: string;
    readonly keeping: (done: number, total: number) => string;
    readonly allKept: (pages: number) => string;
    readonly someFailed: (failed: number) => string;
    readonly removed: string;
  };
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const megabytes = (bytes: number) => `${whole.format(bytes / 1e6)} MB`;
const pagesOf = (n: number) => (n === 1 ? 'One page' : `${whole.format(n)} pages`);

export const offlineText: Texts<OfflineText> = {
  en: {
    update: {
      says: 'A new version of this site is here. What you have written stays.',
      reload: 'Reload',
      later: 'Later',
    },
    standIn: {
      title: 'This page is not on this device',
      description: 'What can be read without a network.',
      lead: 'There is no network, and you have not opened this page before. Pages that you have opened are kept.',
      again: 'Try again',
      kept: 'Kept on this device',
      nothing: 'Nothing is kept yet.',
    },
    panel: {
      title: 'Without a network',
      about:
        'Pages that you open are kept on this device, with their recorded runs, quizzes and media. They open again without a network.',
      running:
        'Code runs without a network too, once a snippet has run here and if the browser still has the sandbox page. Where it has not, the bench says so.',
      kept: (pages, bytes) =>
        `${pagesOf(pages)} ${pages === 1 ? 'is' : 'are'} kept, ${megabytes(bytes)} in all.`,
      nothing: 'Nothing is kept.',
      impossible:
        'This browser keeps nothing at this address: it wants HTTPS for that, and does not do it in a private window.',
      list: 'Kept pages',
      keepAll: 'Keep all lessons',
      remove: 'Remove what is kept',
      keeping: (done, total) => `Keeping ${String(done)} of ${String(total)} pages…`,
      allKept: (pages) => `${pagesOf(pages)} can be read without a network now.`,
      someFailed: (failed) => `${pagesOf(failed)} did not come. Try again with a better network.`,
      removed: 'Removed. Pages that you open from now on are kept again.',
    },
  },
  ko: offline,
};
