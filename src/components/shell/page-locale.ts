/** The language of the page that this script runs in. */
import { DEFAULT_LOCALE, LOCALES } from '../../i18n/locale';

export const pageLocale =
  LOCALES.find((known) => known === document.documentElement.lang) ?? DEFAULT_LOCALE;
