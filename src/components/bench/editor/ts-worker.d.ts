/** Monaco's language service as its Worker makes it; the package has no types for it. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  interface MirrorModel {
    readonly uri: { readonly path: string; toString(): string };
    readonly version: number;
    getValue(): string;
  }
  /** What the page has told of its texts. */
  export interface Context {
    getMirrorModels(): readonly MirrorModel[];
  }
  type ExtraLibs = Readonly<Record<string, { readonly content: string; readonly version: number }>>;
  export interface CreateData {
    readonly compilerOptions: object;
    /** By path. */
    readonly extraLibs: ExtraLibs;
  }
  export interface LanguageService {
    getSyntacticDiagnostics(fileName: string): Promise<unknown>;
    getSuggestionDiagnostics(fileName: string): Promise<unknown>;
    getSemanticDiagnostics(fileName: string): Promise<unknown>;
    /** @param position in UTF-16 units from the start of the text */
    getCompletionsAtPosition(
      fileName: string,
      position: number,
    ): Promise<{ readonly entries: readonly { readonly name: string }[] } | undefined>;
    getScriptText(fileName: string): Promise<string | undefined>;
    updateExtraLibs(extraLibs: ExtraLibs): Promise<void>;
  }
  /** TypeScript, as far as it is used here. */
  export const ts: {
    readonly typescript: {
      readonly ScriptTarget: { readonly ESNext: number };
      readonly ModuleKind: { readonly ESNext: number };
      readonly ModuleResolutionKind: { readonly NodeJs: number };
    };
  };
  export function create(context: Context, data: CreateData): LanguageService;
  export function initialize(make: (context: Context, data: CreateData) => LanguageService): void;
}
