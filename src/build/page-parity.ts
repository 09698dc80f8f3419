/**
 * A page in two languages is one page: the same headings, blocks, components and links in the same places, whatever the
 * words say. Order within a section's sentences is free, since languages put their words in different orders.
 */
import { withoutCode } from './lesson-mentions';
import type { Mistake } from './mistakes';

/** Attributes that say something to readers: both pages have them, and they differ. */
const SPOKEN = new Set(['title', 'caption', 'alt', 'label']);
/** Components that stand within a sentence, or beside one. */
const INLINE = new Set(['Output', 'ErrorOutput', 'Ref']);
/** Fields of a lesson's and a task's frontmatter that are no words; `updated` is each page's own. */
const FIELDS = ['minutes', 'chapter', 'order', 'draft', 'prerequisites'];

interface Item {
  /** What has to be the same: `## heading`, `<Bench snippet="a" title>`, `table, 3 columns, 4 rows`. */
  readonly says: string;
  readonly line: number;
}

interface Section {
  readonly heading: Item;
  /** Blocks, one after the other. */
  readonly blocks: readonly Item[];
  /** Links, and components within sentences, in any order. */
  readonly inline: readonly Item[];
}

/**
 * Where a page differs from the English one.
 * @param file the page in the other language, which is where it is put right
 */
export function findPageDifferences(
  file: string,
  english: string,
  other: string,
): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const say = (line: number | null, message: string) => mistakes.push({ file, line, message });

  const fields = [fieldsOf(english), fieldsOf(other)] as const;
  for (const name of [...FIELDS, 'title', 'lead', 'description']) {
    const [wanted, found] = fields.map((of) => of.get(name));
    const isSame = FIELDS.includes(name)
      ? wanted === found
      : (wanted === undefined) === (found === undefined);
    if (!isSame)
      say(
        1,
        wanted === undefined
          ? `The English page has no “${name}:”. Take it away, or add it there.`
          : `The English page has “${name}: ${wanted}”, and this one ${found === undefined ? 'has none' : `“${name}: ${found}”`}.`,
      );
  }

  const wanted = sectionsOf(english);
  const found = sectionsOf(other);
  const headings = firstDifference(
    wanted.map(({ heading }) => heading),
    found.map(({ heading }) => heading),
  );
  if (headings !== null) {
    say(headings.line, `Headings differ: ${headings.message}`);
    return mistakes;
  }
  found.forEach((section, index) => {
    const twin = wanted[index];
    if (twin === undefined) return;
    const block = firstDifference(twin.blocks, section.blocks);
    if (block !== null)
      say(block.line ?? section.heading.line, `In this section, ${block.message}`);
    for (const { says, line } of missing(twin.inline, section.inline))
      say(
        section.heading.line,
        `This section lacks ${says}, which is in line ${line} of the English page.`,
      );
    for (const { says, line } of missing(section.inline, twin.inline))
      say(line, `The English section does not have ${says}.`);
  });
  return mistakes;
}

function firstDifference(
  wanted: readonly Item[],
  found: readonly Item[],
): { readonly line: number | null; readonly message: string } | null {
  const at = wanted.findIndex(({ says }, index) => says !== found[index]?.says);
  const end = found[wanted.length];
  if (at < 0)
    return end === undefined
      ? null
      : { line: end.line, message: `${end.says} has nothing in its place on the English page.` };
  const item = found[at];
  const here = wanted[at];
  return {
    line: item?.line ?? found.at(-1)?.line ?? null,
    message: `the English page has ${here?.says ?? ''} (line ${here?.line ?? 0}) where this one has ${item?.says ?? 'nothing'}.`,
  };
}

/** What the one has and the other has not, counting each as often as it is there. */
function missing(from: readonly Item[], to: readonly Item[]): readonly Item[] {
  const left = to.map(({ says }) => says);
  return from.filter(({ says }) => {
    const at = left.indexOf(says);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function fieldsOf(mdx: string): ReadonlyMap<string, string> {
  const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(mdx) ?? [];
  return new Map(
    [...front.matchAll(/^(\w+):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

function sectionsOf(mdx: string): readonly Section[] {
  const sections: { heading: Item; blocks: Item[]; inline: Item[] }[] = [
    { heading: { says: 'the beginning', line: 1 }, blocks: [], inline: [] },
  ];
  for (const { text, line } of blocksOf(mdx)) {
    const heading = /^(#+)\s/.exec(text)?.[1];
    if (heading !== undefined) {
      sections.push({ heading: { says: `a heading ${heading}`, line }, blocks: [], inline: [] });
      continue;
    }
    const section = sections.at(-1);
    section?.blocks.push({ says: describeBlock(text), line });
    section?.inline.push(...inlineOf(text, line));
  }
  return sections;
}

interface Block {
  readonly text: string;
  readonly line: number;
}

/** Divides a page at its blank lines, but for those in fenced code and inside a component. */
function blocksOf(mdx: string): readonly Block[] {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, (front) => front.replace(/[^\n]/g, ''));
  const blocks: { text: string; line: number }[] = [];
  let open: { text: string; line: number; until: RegExp | null } | null = null;
  body.split('\n').forEach((content, index) => {
    if (open === null && content.trim() === '') return;
    open ??= { text: '', line: index + 1, until: endOf(content) };
    open.text += `${content}\n`;
    const isOver =
      open.until === null
        ? (body.split('\n')[index + 1] ?? '').trim() === ''
        : open.until.test(open.text);
    if (!isOver) return;
    blocks.push({ text: open.text, line: open.line });
    open = null;
  });
  return blocks;
}

/** What ends a block that begins so, where a blank line does not. */
function endOf(first: string): RegExp | null {
  const fence = /^(`{3,}|~{3,})/.exec(first)?.[1];
  if (fence !== undefined) return new RegExp(`\\n${fence}\\s*$`);
  const component = /^<([A-Z]\w*)/.exec(first)?.[1];
  if (component === undefined || INLINE.has(component)) return null;
  return new RegExp(`^<${component}\\b(?:[^<>]|=>)*/>|</${component}>`);
}

function describeBlock(text: string): string {
  if (/^(?:`{3,}|~{3,})/.test(text)) return `the code\n${text}`;
  const component = /^<([A-Z]\w*)/.exec(text)?.[1];
  if (component !== undefined && !INLINE.has(component)) return tagsOf(text).join(' ');
  const rows = text.trimEnd().split('\n');
  if (text.startsWith('|'))
    return `a table of ${rows.length} rows and ${(rows[1] ?? '').split('|').length - 2} columns`;
  const items = rows.filter((row) => /^(?:[-*]|\d+\.)\s/.test(row)).length;
  if (items > 0) return `a list of ${items}`;
  if (text.startsWith('>')) return 'a quotation';
  return 'a paragraph';
}

const TAG = /<(\/?)([A-Za-z]\w*)((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)>/g;

/** Every tag of a block that is not within a sentence, with what it says in any language. */
const tagsOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(TAG)]
    .filter(([, , name = '']) => !INLINE.has(name))
    .map(
      ([, slash = '', name = '', attributes = '']) =>
        `<${slash}${name}${inAnyLanguage(attributes)}>`,
    );

const inAnyLanguage = (attributes: string): string =>
  [...attributes.matchAll(/\s([\w:-]+)(?:=("[^"]*"|'[^']*'|\{[^{}]*\}))?/g)]
    .map(([, name = '', value]) =>
      SPOKEN.has(name) || value === undefined ? name : `${name}=${value}`,
    )
    .toSorted()
    .map((attribute) => ` ${attribute}`)
    .join('');

function inlineOf(text: string, line: number): readonly Item[] {
  const plain = withoutCode(text);
  const lineOf = (at: number) => line + plain.slice(0, at).split('\n').length - 1;
  const components = [...plain.matchAll(TAG)]
    .filter(([, , name = '']) => INLINE.has(name))
    .map(({ index, 2: name = '', 3: attributes = '' }) => ({
      says: `<${name}${inAnyLanguage(attributes)}>`,
      line: lineOf(index),
    }));
  const links = [...plain.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(({ index, 1: address = '' }) => ({
    says: `a link to ${inAnyPage(address)}`,
    line: lineOf(index),
  }));
  return [...components, ...links];
}

/** An address without its language; the name of a heading is in the language of its page. */
const inAnyPage = (address: string): string =>
  address.startsWith('https://developer.mozilla.org/')
    ? address.replace('/ko/', '/en-US/').replace(/#.*$/, '')
    : address.replace(/^\/ko\//, '/').replace(/^([./].*)#.+$/, '$1#…');
