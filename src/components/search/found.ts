/** What the index answers, as what the page shows: pages, in each the places that fit best, in each where words stand. */
import type { FoundKind } from '../../i18n/search';

/** A stretch of an excerpt; `hit` is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Place {
  readonly title: string;
  readonly url: string;
  readonly excerpt: readonly Piece[];
}

export interface Found {
  readonly kind: FoundKind;
  readonly title: string;
  readonly places: readonly Place[];
}

/** The part of Pagefind's answer that is read here. @see https://pagefind.app/docs/api/ */
export interface PageAnswer {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
    readonly weighted_locations: readonly { readonly balanced_score: number }[];
  }[];
}

/** Places of one page that are shown. */
const MOST_PLACES = 3;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};
const decode = (html: string) =>
  html.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Pagefind marks hits in text whose markup it has escaped. Nothing of it is ever put into the page as HTML. */
export function piecesOf(excerpt: string): readonly Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .map((part) => {
      const hit = part.startsWith('<mark>');
      return { text: decode(hit ? part.slice(6, -7) : part), hit };
    })
    .filter(({ text }) => text !== '');
}

function kindOf({ url, meta }: PageAnswer): FoundKind {
  const { kind } = meta;
  if (kind === 'term' || kind === 'error') return kind;
  return /\/lessons\//.test(url) ? 'lesson' : 'page';
}

/** An excerpt of a section begins with its heading, which stands above it already. */
export function withoutTitle(pieces: readonly Piece[], title: string): readonly Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const end = /[.?!]$/.test(title) ? `${title} ` : `${title}. `;
  if (!text.startsWith(end)) return pieces;
  let left = end.length;
  return pieces.flatMap((piece) => {
    const cut = Math.min(left, piece.text.length);
    left -= cut;
    return cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }];
  });
}

/** A page's best places, in the order in which they stand there. */
export function foundIn(answer: PageAnswer): Found {
  const title = answer.meta['title'] ?? answer.url;
  const kind = kindOf(answer);
  const { says } = answer.meta;
  // A record of ours is one place, and says itself what it is about.
  if (says !== undefined)
    return { kind, title, places: [{ title, url: answer.url, excerpt: piecesOf(says) }] };
  const score = (place: PageAnswer['sub_results'][number]) =>
    place.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const best = new Set(
    answer.sub_results.toSorted((a, b) => score(b) - score(a)).slice(0, MOST_PLACES),
  );
  const places = answer.sub_results.filter((each) => best.has(each));
  return {
    kind,
    title,
    places: (places.length > 0 ? places : [{ ...answer, title }]).map((place) => ({
      title: place.title,
      url: place.url,
      excerpt: withoutTitle(piecesOf(place.excerpt), place.title),
    })),
  };
}

/** The beginning that two words share. */
function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * Whether an answer has a word that was typed, or one that begins like it. Pagefind shortens a word that it does not know
 * until something fits, were it by its first letter.
 */
export function fits({ excerpt, sub_results }: PageAnswer, typed: string): boolean {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hits = [excerpt, ...sub_results.map((place) => place.excerpt)].flatMap((each) =>
    piecesOf(each)
      .filter(({ hit }) => hit)
      .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  return words.some((word) => hits.some((hit) => sharedStart(word, hit) * 2 >= word.length));
}

/** What a console printed, as the index has it: numbers differ from program to program. */
export function asIndexed(typed: string): string {
  const words = typed.trim().replace(/^(?:Uncaught|Error:)\s+/i, '');
  return words.split(/\s+/).length < 4 ? words : words.replace(/(?<![\w.])[-−]?\d+(?![\w.])/g, ' ');
}

/** What is called exactly what was typed stands first, and then what has it in its heading, with that place on top. */
export function namedFirst(pages: readonly Found[], typed: string): readonly Found[] {
  const name = typed.trim().toLowerCase();
  const isNamed = (place: Place) => place.title.toLowerCase().includes(name);
  const rank = ({ title, places }: Found) => {
    const own = title.toLowerCase();
    if (own === name || own.endsWith(`: ${name}`)) return 2;
    return Number(places.some(isNamed));
  };
  return pages
    .toSorted((a, b) => rank(b) - rank(a))
    .map((page) => ({
      ...page,
      places: page.places.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a))),
    }));
}
