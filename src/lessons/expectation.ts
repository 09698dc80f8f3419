/**
 * What a lesson promises, for the content gate (lessons.test.ts): each lesson folder has an `expected.ts` that exports
 * a `LessonExpectation`. What a snippet prints and leaves in memory is listed there once, by hand; the gate runs the
 * snippet and compares. Figures that prose types out are claims, and each is computed anew.
 */

export interface SnippetExpectation {
  /** Console rows, `line: text`, as the reader sees them. */
  readonly prints: readonly string[];
  /** Final bytes of buffers by the variable that first held them: uppercase hex with spaces, `''` for none. */
  readonly leaves: Readonly<Record<string, string>>;
  /** Lanes under those buffers, `name: Kind buffer[byteOffset..end)`, in order of construction; views without a name are left out. */
  readonly views: readonly string[];
  /** The error that is meant to end the run, `Name, line n`. Without it the run must finish. */
  readonly throws?: string;
}

/** What a snippet with a page of its own does; the build has none, so a browser runs it (e2e/page-snippets.spec.ts). */
export interface PageExpectation {
  /** Console rows, `line: text`, once all acts are done; a pattern where a row depends on who was faster. */
  readonly prints: readonly (string | RegExp)[];
  /** Rows may follow, whose number depends on who was faster. */
  readonly andMore?: true;
  /** The same of its server half, where it has one. */
  readonly serverPrints?: readonly string[];
  /** The error that is meant to end the run, `Name, line n`. */
  readonly throws?: string;
  /** What the reader does on the snippet's page, in order, once it runs. */
  readonly acts?: readonly PageAct[];
}

export type PageAct =
  /** Presses the button of this name. */
  | { readonly kind: 'press'; readonly name: string }
  /** Gives a file of so many bytes to the file field of this label. */
  | {
      readonly kind: 'choose';
      readonly label: string;
      readonly file: { readonly name: string; readonly byteLength: number };
    };

/** A figure that is typed in prose: where it stands, and how to compute it. */
export interface Claim {
  /** Text that occurs in the English lesson, word for word. */
  readonly says: string;
  /** The same of the Korean lesson; left out where both say it alike, as an equation or a row of numbers. */
  readonly ko?: string;
  /** Yields a text that must occur within `says`; its numbers and its code must occur within `ko`. */
  readonly computed: (gate: Gate) => string | Promise<string>;
}

/** What a claim may ask for. */
export interface Gate {
  /** The console rows of a program, without line numbers, run as snippets are. */
  readonly print: (source: string) => Promise<string[]>;
  /** Final bytes `from` to `to` (exclusive) of a snippet's buffer named `buffer`, as it is or after an edit. */
  readonly bytes: (snippet: string, from: number, to: number, edit?: Edit) => Promise<string>;
}

/** An edit the prose asks the reader to make; `find` occurs exactly once in the snippet. */
export interface Edit {
  readonly find: string;
  readonly put: string;
}

export interface LessonExpectation {
  readonly snippets: Readonly<Record<string, SnippetExpectation>>;
  /** Snippets with `"realm": "page"`. */
  readonly onPage?: Readonly<Record<string, PageExpectation>>;
  readonly claims: readonly Claim[];
  /** Samples of the 2015 post that this lesson carries in its snippets' metadata. */
  readonly seeds: readonly string[];
}
