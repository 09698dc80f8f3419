/** Monaco's part that suggests, past what it shows of itself. */
import type { IEvent, editor as MonacoEditor, languages } from 'monaco-editor/editor';
import { monaco } from './monaco';

type Editor = MonacoEditor.IStandaloneCodeEditor;

/** What of Monaco's part that suggests is used here; it may be gone in the next version. */
export interface Suggesting extends MonacoEditor.IEditorContribution {
  readonly model: {
    trigger(options: {
      auto: boolean;
      completionOptions: { providerFilter: ReadonlySet<languages.CompletionItemProvider> };
    }): void;
    cancel(): void;
    readonly onDidTrigger: IEvent<unknown>;
    readonly onDidSuggest: IEvent<unknown>;
    readonly onDidCancel: IEvent<{ retrigger: boolean }>;
  };
}

export const suggestingOf = (editor: Editor): Suggesting | null =>
  editor.getContribution<Suggesting>('editor.contrib.suggestController');

/** What goes on with a word, or with what was asked for it: a private name begins with #. */
const GOES_ON = /[\p{ID_Continue}$.#]$/u;

/**
 * Ends what is asked for a word with that word, as long as no answer has come. Monaco takes the answer for one as that for
 * the next, where the next has begun by then; but ours (language.worker.ts) has the names alone that the first may begin.
 */
export function endSuggestionsWithTheirWord(editor: Editor): void {
  const model = suggestingOf(editor)?.model;
  if (!model) return;
  let isAsked = false;
  model.onDidTrigger(() => {
    isAsked = true;
  });
  for (const ends of [model.onDidSuggest, model.onDidCancel])
    ends(() => {
      isAsked = false;
    });
  editor.onDidChangeModelContent(({ changes }) => {
    if (isAsked && changes.some(({ text }) => text !== '' && !GOES_ON.test(text))) model.cancel();
  });
  editor.onDidChangeCursorPosition(({ reason }) => {
    if (isAsked && reason === monaco.editor.CursorChangeReason.Explicit) model.cancel();
  });
}
