/**
 * What a first key goes through in Monaco, gone through before the editor is shown and hears anybody: the engine compiles
 * a function when it is first called, and for a key that took longer than a key may.
 */
import type { IDisposable, IEvent, editor as MonacoEditor, languages } from 'monaco-editor/editor';
import { monaco } from './monaco';

type Editor = MonacoEditor.IStandaloneCodeEditor;

/** Where the browser types for Monaco, in browsers that have an EditContext. */
interface EditContextHost extends HTMLElement {
  readonly editContext?: (EventTarget & { readonly selectionEnd: number }) | null;
}

/** What of Monaco's part that suggests is used here. */
interface Suggesting extends MonacoEditor.IEditorContribution {
  readonly model: {
    trigger(options: {
      auto: boolean;
      completionOptions: { providerFilter: ReadonlySet<languages.CompletionItemProvider> };
    }): void;
    readonly onDidSuggest: IEvent<unknown>;
  };
}

/** A list of suggestions that has not come by then is not waited for: the reader waits for the editor. */
const SUGGESTED_WITHIN_MS = 500;

let hasRehearsed = false;

/** Types and suggests, once for all editors of a page. The text that is set again knows nothing of it, nor does undo. */
export async function rehearse(editor: Editor, model: MonacoEditor.ITextModel): Promise<void> {
  // Made before the first key of each editor otherwise, and so by that key.
  const suggesting = editor.getContribution<Suggesting>('editor.contrib.suggestController');
  if (hasRehearsed) return;
  hasRehearsed = true;
  const source = model.getValue();
  const { lineNumber, column } = model.getFullModelRange().getEndPosition();
  editor.setPosition({ lineNumber, column });
  for (const text of ['x', 'x', '\n', 'x', 'x', 'x', '\n', 'x']) type(editor, text);
  if (suggesting) await suggest(editor, suggesting);
  if (model.isDisposed()) return;
  editor.trigger('bytescope', 'hideSuggestWidget', null);
  model.setValue(source);
  editor.setPosition({ lineNumber: 1, column: 1 });
  // Typing has scrolled to where it was.
  editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 }, monaco.editor.ScrollType.Immediate);
}

/** As the browser would, without the focus, which is still the reader's. Its events go no further than the editor. */
function type(editor: Editor, text: string): void {
  const input = editor.getDomNode()?.querySelector<EditContextHost>('.native-edit-context');
  const context = input?.editContext;
  if (input && context && text !== '\n') {
    const at = context.selectionEnd;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: text }));
    context.dispatchEvent(
      Object.assign(new Event('textupdate'), {
        text,
        updateRangeStart: at,
        updateRangeEnd: at,
        selectionStart: at + text.length,
        selectionEnd: at + text.length,
      }),
    );
    input.dispatchEvent(new KeyboardEvent('keyup', { key: text }));
  } else {
    editor.trigger('keyboard', 'type', { text });
  }
  editor.render(true);
}

/** A list of our own, which does not wait for the language service: that has yet to read its libraries. */
async function suggest(editor: Editor, { model }: Suggesting): Promise<void> {
  const provider: languages.CompletionItemProvider = {
    provideCompletionItems: (_, { lineNumber, column }) => ({
      suggestions: ['xx', 'xxx', 'xXxx', 'xxxxX'].map((label) => ({
        label,
        kind: monaco.languages.CompletionItemKind.Variable,
        insertText: label,
        range: new monaco.Range(lineNumber, column - 1, lineNumber, column),
      })),
    }),
  };
  const provided = monaco.languages.registerCompletionItemProvider('javascript', provider);
  let heard: IDisposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, SUGGESTED_WITHIN_MS);
    heard = model.onDidSuggest(() => {
      resolve();
    });
    model.trigger({ auto: false, completionOptions: { providerFilter: new Set([provider]) } });
  });
  clearTimeout(timer);
  heard?.dispose();
  provided.dispose();
  if (editor.getModel() === null) return;
  editor.render(true);
  // The first two narrow the list, the last empties it.
  for (const text of ['x', 'x', 'q']) type(editor, text);
}
