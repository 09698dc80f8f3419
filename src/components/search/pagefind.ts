/** The index of the site, as far as this page uses it. It is written at build and loaded on use. */
import { sitePath, type Locale } from '../../i18n/locale';
import { asIndexed, namedFirst, fits, foundIn, type Found, type PageAnswer } from './found';

/** @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: {
    readonly baseUrl: string;
    readonly excerptLength: number;
    readonly noWorker: boolean;
  }): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { data(): Promise<PageAnswer> }[] }>;
}

export interface Answer {
  readonly pages: readonly Found[];
  /** Pages that have the words too, and are not shown. */
  readonly more: number;
}

/** Pages that are shown at once. */
const MOST_PAGES = 12;

export class SearchIndex {
  #pagefind: Promise<Pagefind> | null = null;
  #attempts = 0;

  /** Rejects where it cannot be fetched; the next call tries again. */
  load(): Promise<Pagefind> {
    this.#pagefind ??= this.#fetch().catch((error: unknown) => {
      this.#pagefind = null;
      throw error;
    });
    return this.#pagefind;
  }

  async find(words: string): Promise<Answer> {
    const pagefind = await this.load();
    const { results } = await pagefind.search(asIndexed(words));
    const shown = await Promise.all(results.slice(0, MOST_PAGES).map((result) => result.data()));
    const fitting = shown.filter((answer) => fits(answer, words));
    return {
      pages: namedFirst(fitting.map(foundIn), words),
      more: fitting.length < shown.length ? 0 : results.length - shown.length,
    };
  }

  /** Words of the course, to propose where nothing is found; none where they do not come. */
  async words(locale: Locale): Promise<readonly string[]> {
    try {
      const response = await fetch(sitePath(`/pagefind/words.${locale}.json`));
      return (await response.json()) as readonly string[];
    } catch {
      return [];
    }
  }

  async #fetch(): Promise<Pagefind> {
    // A browser remembers under its address that a module did not come.
    const again = this.#attempts === 0 ? '' : `?${String(this.#attempts)}`;
    this.#attempts += 1;
    const address = sitePath(`/pagefind/pagefind.js${again}`);
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ baseUrl: sitePath('/'), excerptLength: 22, noWorker: true });
    await pagefind.init();
    return pagefind;
  }
}
