/** What a realm gives tus-js-client, which comes as a script of its own (src/realm-tus) where a program names `tus`. */
export interface TusParts {
  /** The realm's `fetch` to the lab; rejects with a sentence for any other address. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** `Blob.prototype.slice`, unwatched: a step of a recording is the program's own. */
  readonly slice: (blob: Blob, start: number, end: number) => Blob;
}

/** What that script gives when it is evaluated: it makes the global `tus` of one program. */
export type MakeTus = (parts: TusParts) => object;

/** Whether a program uses `tus` as a name, or may: a comment counts, the path `/tus/` does not. */
export const namesTus = (source: string): boolean =>
  /(?:^|[^\w$./'"`-]|\.{3})tus(?![\w$/'"`-])/.test(source);
