/** What this project uses of subset-font 2.9; the published types do not know `noHinting` yet. */
declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'sfnt' | 'woff2';
    /** Drops the instructions that fit outlines to a grid of pixels. */
    readonly noHinting: boolean;
  }
  /** The font with the glyphs of these characters alone. */
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: Options,
  ): Promise<Buffer>;
}
