import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: process.env.BYTESCOPE_SITE ?? 'http://localhost:4321',
  output: 'static',
  trailingSlash: 'always',
  integrations: [react(), mdx()],
  devToolbar: { enabled: false },
});
