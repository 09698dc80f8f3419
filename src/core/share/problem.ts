/** Why a link cannot be opened: said as data, so that the page has the words (i18n/share.ts) in the reader's language. */
import { MAX_INFLATED_BYTES, MAX_LINK_CHARACTERS } from './limits';

/** What a field has to be. */
export type Expected =
  | { readonly kind: 'text' | 'flag' | 'list' | 'record' | 'name' | 'file name' | 'media type' }
  | { readonly kind: 'one of'; readonly values: readonly string[] }
  | { readonly kind: 'within'; readonly least: number; readonly most: number }
  | { readonly kind: 'at most'; readonly most: number; readonly unit: 'characters' | 'items' }
  | { readonly kind: 'bytes at most'; readonly most: number }
  /** The same name may not come twice. */
  | { readonly kind: 'once' }
  /** No field of this name exists. */
  | { readonly kind: 'nothing' };

export type LinkProblem =
  /** No link of this site at all. */
  | { readonly kind: 'none' }
  /** Made by a newer version of this site. */
  | { readonly kind: 'newer' }
  /** A character that no link has, counted from 1. */
  | { readonly kind: 'character'; readonly at: number; readonly found: string }
  /** It ends before its program does. */
  | { readonly kind: 'cut' }
  /** Its bytes are not those that were packed. */
  | { readonly kind: 'damaged' }
  /** It is longer, or inflates to more, than any link of this site. */
  | { readonly kind: 'large'; readonly most: number; readonly unit: 'characters' | 'bytes' }
  /** It was packed well, and says what this site never says. */
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly found: string;
      readonly expected: Expected;
    };

export const TOO_LONG: LinkProblem = {
  kind: 'large',
  most: MAX_LINK_CHARACTERS,
  unit: 'characters',
};
export const TOO_LARGE: LinkProblem = { kind: 'large', most: MAX_INFLATED_BYTES, unit: 'bytes' };

/** Carries a problem out of the depths of a reader; link.ts catches it, and nobody else throws or sees it. */
export class Unreadable extends Error {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem) {
    super(problem.kind);
    this.name = 'Unreadable';
    this.problem = problem;
  }
}

/** A field that is not as it has to be. */
export function wrongField(field: string, found: unknown, expected: Expected): Unreadable {
  return new Unreadable({ kind: 'field', field, found: preview(found), expected });
}

const MOST_SHOWN = 40;

const cut = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;

/** A value in a few characters. */
function preview(value: unknown): string {
  if (typeof value === 'string') return cut(JSON.stringify(value.slice(0, MOST_SHOWN)));
  // What holds others may hold more than can be walked.
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : cut(String(value));
}
