/** Monaco's language service as its Worker makes it; the package has no types for it. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  interface LanguageService {
    /** @param position in UTF-16 units from the start of the text */
    getCompletionsAtPosition(
      fileName: string,
      position: number,
    ): Promise<{ readonly entries: readonly { readonly name: string }[] } | undefined>;
    getScriptText(fileName: string): Promise<string | undefined>;
  }
  export function create(context: unknown, data: unknown): LanguageService;
  export function initialize(make: (context: unknown, data: unknown) => LanguageService): void;
}
