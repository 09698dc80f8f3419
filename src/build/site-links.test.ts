import { describe, expect, it } from 'vitest';
import { findBrokenLinks, sourceOfPage } from './site-links';

const ORIGIN = 'http://localhost:4321';
const mistakesIn = (body: string, base = '/') =>
  findBrokenLinks(
    {
      pages: new Map([
        ['/', '<h2 id="map">Map</h2>'],
        ['/lessons/views/', `<h2 id="pitfalls">Pitfalls</h2>${body}`],
      ]),
      files: new Set(['/favicon.svg']),
    },
    ORIGIN,
    base,
  ).map(({ file, message }) => `${file}: ${message}`);

describe('links of the built site', () => {
  it.each([
    '<a href="/">',
    '<a href="/#map">',
    '<a href="#pitfalls">',
    '<a href="../../#map">',
    '<a href="/favicon.svg">',
    '<a href="https://tc39.es/ecma262/#nowhere">',
    '<a href="mailto:a@b.c">',
    `<a href="${ORIGIN}/lessons/views/#pitfalls">`,
    '<script>const a = \'<a href="/nowhere/">\';</script>',
  ])('accepts %s', (html) => {
    expect(mistakesIn(html)).toEqual([]);
  });

  it('names the file and the nearest page', () => {
    expect(mistakesIn('<a class="x" href="/lessons/view/">')).toEqual([
      'src/lessons/views/en.mdx: The link "/lessons/view/" leads to /lessons/view/, which does not exist. Write: /lessons/views/',
    ]);
  });

  it('asks for the slash at the end', () => {
    expect(mistakesIn('<a href="/lessons/views#pitfalls">')[0]).toContain(
      'Write: /lessons/views/#pitfalls',
    );
  });

  it('names the nearest heading', () => {
    expect(mistakesIn('<a href="#pitfals">')[0]).toContain(
      'leads to #pitfals, and /lessons/views/ has no such heading. Write: #pitfalls',
    );
  });

  it('asks for the text of a picture', () => {
    expect(mistakesIn('<img src="/favicon.svg">')[0]).toContain('Add: alt="What it shows"');
    expect(mistakesIn('<img src="/favicon.svg" alt="">')).toEqual([]);
  });
});

describe('links of a site under a sub-path', () => {
  const under = (body: string) => mistakesIn(body, '/teach/bytescope/');

  it.each([
    '<a href="/teach/bytescope/#map">',
    '<a href="#pitfalls">',
    '<a href="../../#map">',
    '<img src="/teach/bytescope/favicon.svg" alt="">',
    `<a href="${ORIGIN}/another-site/">`,
  ])('accepts %s', (html) => {
    expect(under(html)).toEqual([]);
  });

  it('says how to write what leads out of it', () => {
    expect(under('<a href="/lessons/views/">')).toEqual([
      `src/lessons/views/en.mdx: The link "/lessons/views/" leads out of the site, which lives under /teach/bytescope/. In MDX write it as Markdown, [text](/lessons/views/); in a component: sitePath('/lessons/views/')`,
    ]);
    expect(under('<a href="/">')).toHaveLength(1);
    expect(under('<a href="../../../">')).toHaveLength(1);
  });

  it('corrects in the words of an author, who writes from the root of the site', () => {
    expect(under('<a href="/teach/bytescope/lessons/view/">')[0]).toMatch(
      /leads to \/lessons\/view\/, which does not exist\. Write: \/lessons\/views\/$/,
    );
  });
});

it.each([
  ['/lessons/views/', 'src/lessons/views/en.mdx'],
  ['/ko/lessons/views/', 'src/lessons/views/ko.mdx'],
  ['/404.html', 'the page /404.html'],
])('knows the source of %s', (path, source) => {
  expect(sourceOfPage(path)).toBe(source);
});
