import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { benchChunk } from './integrations/bench-chunk';
import { content } from './integrations/content';
import { csp } from './integrations/csp';
import { fonts } from './integrations/fonts';
import { intent } from './integrations/intent';
import { korean } from './integrations/korean';
import { kaitai } from './integrations/kaitai';
import { lab } from './integrations/lab';
import { monaco } from './integrations/monaco';
import { offline } from './integrations/offline';
import { realm } from './integrations/realm';
import { search } from './integrations/search';
import { parseBase } from './src/core/base-path';

export default defineConfig({
  // Where the site is published; canonical links, the sitemap and the social cards need the whole address.
  site: process.env.BYTESCOPE_SITE ?? 'http://localhost:4321',
  // Where the site lives on its host. Every address within the site is made by `sitePath` or `localePath` (src/i18n/locale.ts).
  base: parseBase(process.env.BYTESCOPE_BASE),
  output: 'static',
  trailingSlash: 'always',
  markdown: {
    // Code that does not run: colours as variables, so that one page serves both themes.
    shikiConfig: { theme: 'css-variables' },
  },
  integrations: [
    react(),
    mdx(),
    sitemap({
      i18n: { defaultLocale: 'en', locales: { en: 'en', ko: 'ko' } },
      // What stands in for a page without a network is none.
      filter: (page) => !page.endsWith('/offline/'),
    }),
    fonts(),
    intent(),
    benchChunk(),
    korean(),
    kaitai(),
    realm(),
    monaco(),
    content(),
    lab(),
    search(),
    offline(),
    // Last: it hashes what the others have written.
    csp({ realmOrigins: process.env.PUBLIC_REALM_ORIGIN?.split(/\s+/).filter(Boolean) ?? [] }),
  ],
  devToolbar: { enabled: false },
});
