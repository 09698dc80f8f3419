/** A string of CSS. `<` would end the style element that it is inlined into. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\n]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;

/** The margins of a printed lesson: its title and address above, the page's number below. */
export const printedPage = (title: string, address: string): string =>
  [
    '@page{',
    `@top-left{content:${quoted(title)};font:8pt sans-serif;color:#444}`,
    `@top-right{content:${quoted(address)};font:8pt sans-serif;color:#444}`,
    '@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}',
    '}',
  ].join('');
