/** What this project uses of subset-font 2.9; the published types do not know all of it yet. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'sfnt' | 'woff2';
    /** Drops the instructions that fit outlines to a grid of pixels. */
    readonly noHinting?: boolean;
    /** Tags of the layout features to keep; all unless told. */
    readonly keepFeatures?: readonly string[];
    /** What to leave of a variable font's axes; all unless told. */
    readonly variationAxes?: Readonly<
      Record<string, { readonly min: number; readonly max: number }>
    >;
  }
  /** The font with the glyphs of these characters alone. */
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: Options,
  ): Promise<Buffer>;
}
