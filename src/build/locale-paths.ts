/** The paths of a page of `src/pages/[...locale]` that exists in every language: `getStaticPaths` of such a page. */
import { DEFAULT_LOCALE } from '../i18n/locale';
import { SHELL_LOCALES } from '../i18n/shell';

export const localePaths = () =>
  SHELL_LOCALES.map((locale) => ({
    params: { locale: locale === DEFAULT_LOCALE ? undefined : locale },
    props: { locale },
  }));
