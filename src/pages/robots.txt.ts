import type { APIRoute } from 'astro';
import { sitePath } from '../i18n/locale';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\nDisallow: ${sitePath('/realm/')}\n\nSitemap: ${new URL(sitePath('/sitemap-index.xml'), site).href}\n`,
  );
