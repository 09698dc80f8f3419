/** What the Share button shares: asked when it is pressed. */
import type { Shared, SharedProgram } from '../../core/share/shared';
import type { Locale } from '../../i18n/locale';

export interface ShareSource {
  /** The program as it stands, and how it is looked at. Reads files, which is why it is awaited. */
  readonly toShared: () => Promise<Shared>;
  /**
   * The program that the site has under the name in `from`, in the language of the page; null where there is none. A
   * program that reads like it is shared by that name alone, in a link that is short.
   */
  readonly example: FindExample;
}

/** @param from `views/create`, `views/exercises/window` */
export type FindExample = (from: string, locale: Locale) => Promise<SharedProgram | null>;
