/** Monaco's part that suggests, past what it shows of itself. */
import type { IEvent, editor as MonacoEditor, languages } from 'monaco-editor/editor';

type Editor = MonacoEditor.IStandaloneCodeEditor;

/** What of Monaco's part that suggests is used here; it may be gone in the next version. */
export interface Suggesting extends MonacoEditor.IEditorContribution {
  readonly model: {
    trigger(options: {
      auto: boolean;
      completionOptions: { providerFilter: ReadonlySet<languages.CompletionItemProvider> };
    }): void;
    cancel(): void;
    readonly onDidSuggest: IEvent<unknown>;
    readonly onDidCancel: IEvent<{ retrigger: boolean }>;
  };
}

export const suggestingOf = (editor: Editor): Suggesting | null =>
  editor.getContribution<Suggesting>('editor.contrib.suggestController');

/** What goes on with a word, or asks for what belongs to it. */
const GOES_ON = /[\p{ID_Continue}$.]$/u;

/**
 * Ends what is asked for a word with that word. Monaco takes what it asked for one as an answer for the next, where that
 * begins before the answer has come; but ours (language.worker.ts) has the names alone that the first may begin.
 */
export function endSuggestionsWithTheirWord(editor: Editor): void {
  editor.onDidChangeModelContent(({ changes }) => {
    if (changes.some(({ text }) => text !== '' && !GOES_ON.test(text)))
      suggestingOf(editor)?.model.cancel();
  });
}
