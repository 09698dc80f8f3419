/** What is used of a package that brings no types. */
declare module 'kaitai-struct-compiler' {
  const compiler: {
    /** @param declaration a .ksy as an object @returns files by their names */
    compile(
      language: string,
      declaration: unknown,
      importer: undefined,
      debugMode: boolean,
    ): Promise<Readonly<Record<string, string>>>;
  };
  export default compiler;
}
