/**
 * Reads the built pages and finds links that lead nowhere: a page that was not built, a heading that does not exist,
 * a file that is not there, and pictures without a text.
 */
import { withBase, withoutBase } from '../core/base-path';
import type { Mistake } from './mistakes';
import { nearest } from './suggest';

export interface BuiltSite {
  /** HTML by the path within the site: `/`, `/lessons/views/`, `/404.html`. */
  readonly pages: ReadonlyMap<string, string>;
  /** Every other file: `/favicon.svg`. */
  readonly files: ReadonlySet<string>;
}

/** The source an author would open to correct a page. */
export function sourceOfPage(path: string): string {
  const lesson = /^\/(?:(ko)\/)?lessons\/([^/]+)\/$/.exec(path);
  if (lesson) return `src/lessons/${lesson[2] ?? ''}/${lesson[1] ?? 'en'}.mdx`;
  return `the page ${path}`;
}

const withoutScripts = (html: string) =>
  html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, '').replace(/<!--[\s\S]*?-->/g, '');

const decode = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

function attributes(html: string, name: string): readonly string[] {
  const found: string[] = [];
  for (const tag of html.matchAll(
    /<[a-z][\w-]*((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi,
  )) {
    const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
      tag[1] ?? '',
    );
    if (match) found.push(decode(match[1] ?? match[2] ?? match[3] ?? ''));
  }
  return found;
}

/**
 * Links, fragments and pictures that a reader would find broken.
 * @param base where the site lives on its origin: `/`, `/teach/bytescope/`
 */
export function findBrokenLinks(site: BuiltSite, origin: string, base: string): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const idsOf = new Map<string, ReadonlySet<string>>();
  const bodies = new Map([...site.pages].map(([path, html]) => [path, withoutScripts(html)]));
  for (const [path, body] of bodies) idsOf.set(path, new Set(attributes(body, 'id')));

  for (const [path, body] of bodies) {
    const file = sourceOfPage(path);
    for (const href of new Set([...attributes(body, 'href'), ...attributes(body, 'src')])) {
      const url = URL.parse(href, new URL(withBase(base, path), origin));
      if (url === null) {
        mistakes.push({ file, line: null, message: `"${href}" is not an address.` });
        continue;
      }
      if (url.origin !== origin || !/^https?:$/.test(url.protocol)) continue;
      const target = withoutBase(base, decodeURIComponent(url.pathname));
      if (target === null) {
        // A whole address may lead to whatever else its host has.
        if (href.startsWith(origin)) continue;
        mistakes.push({
          file,
          line: null,
          message: `The link "${href}" leads out of the site, which lives under ${base}. In MDX write it as Markdown, [text](${href}); in a component: sitePath('${href}')`,
        });
        continue;
      }
      if (!site.pages.has(target)) {
        if (site.files.has(target)) continue;
        const near = site.pages.has(`${target}/`)
          ? `${target}/`
          : nearest(target, site.pages.keys());
        mistakes.push({
          file,
          line: null,
          message: `The link "${href}" leads to ${target}, which does not exist.${near === null ? '' : ` Write: ${near}${url.hash}`}`,
        });
        continue;
      }
      const fragment = decodeURIComponent(url.hash.slice(1));
      const ids = idsOf.get(target) ?? new Set<string>();
      if (fragment === '' || fragment === 'top' || ids.has(fragment)) continue;
      const near = nearest(fragment, ids);
      mistakes.push({
        file,
        line: null,
        message: `The link "${href}" leads to #${fragment}, and ${target} has no such heading.${near === null ? '' : ` Write: ${target === path ? '' : target}#${near}`}`,
      });
    }
    for (const tag of body.matchAll(/<img\b[^>]*>/gi))
      if (!/\salt\s*=/i.test(tag[0]) && !/\salt[\s/>]/i.test(tag[0]))
        mistakes.push({
          file,
          line: null,
          message: `${tag[0]} has no alt text. Add: alt="What it shows"`,
        });
  }
  return mistakes;
}
