/** The address of the page that others embed, and the HTML that embeds it. */
import { localePath, type Locale } from '../../i18n/locale';
import { escapeHtml } from './escape-html';
import { linkTo, type Ready } from '../share/share-link';

export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];
export const DEFAULT_HEIGHT = 560;

export interface EmbedChoice {
  /** The address of this page. */
  readonly page: string;
  readonly locale: Locale;
  readonly theme: EmbedTheme;
  /** CSS pixels. */
  readonly height: number;
  /** Names the frame for who does not see it. */
  readonly title: string;
}

/** Null where the program is too long for a link. */
export function embedCode(ready: Ready, choice: EmbedChoice): string | null {
  const { page, locale, theme, height, title } = choice;
  const link = linkTo(ready, true, page);
  if (link.kind === 'problem') return null;
  const address = new URL(localePath(locale, '/embed/'), page);
  if (theme !== 'auto') address.searchParams.set('theme', theme);
  address.searchParams.set('height', String(height));
  address.hash = new URL(link.href).hash;
  const attributes = [
    `src="${escapeHtml(address.href)}"`,
    `title="${escapeHtml(title)}"`,
    `height="${height}"`,
    'style="width: 100%; border: 0"',
    'loading="lazy"',
    'allow="clipboard-write"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}
