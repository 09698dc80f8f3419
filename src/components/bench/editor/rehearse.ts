/**
 * What a first key goes through in Monaco, gone through before the editor is shown and hears anybody: the engine compiles
 * a function when it is first called, and for a key that took longer than a key may.
 */
import type { IDisposable, editor as MonacoEditor, languages } from 'monaco-editor/editor';
import { CODE_METRICS } from './editor-types';
import { monaco } from './monaco';
import { suggestingOf, type Suggesting } from './suggesting';

type Editor = MonacoEditor.IStandaloneCodeEditor;
type Model = MonacoEditor.ITextModel;

/** Where the browser types for Monaco, in browsers that have an EditContext. */
interface EditContextHost extends HTMLElement {
  readonly editContext?:
    | (EventTarget & {
        readonly selectionStart: number;
        readonly selectionEnd: number;
      })
    | null;
}

/** A list of suggestions that has not come by then is not waited for: the reader waits for the editor. */
const SUGGESTED_WITHIN_MS = 500;

let hasRehearsed = false;

/**
 * Types and suggests, once for all editors of a page. The text that is set again knows nothing of it, nor does undo. Much
 * of it is Monaco's own and may be gone in its next version: then the first key is slower, and nothing else is wrong.
 */
export async function rehearse(editor: Editor, model: Model): Promise<void> {
  // Made before the first key of each editor otherwise, and so by that key.
  const suggesting = suggestingOf(editor);
  if (hasRehearsed) return;
  hasRehearsed = true;
  const source = model.getValue();
  const host = editor.getDomNode();
  // What is typed here is thrown away, so it must not be the reader's.
  if (host) host.inert = true;
  try {
    const { lineNumber, column } = model.getFullModelRange().getEndPosition();
    editor.setPosition({ lineNumber, column });
    // A letter on a line that has no colours yet goes another way than the reader's will.
    colourAll(model);
    editor.render(true);
    for (const text of ['x', 'x', '\n', 'x', 'x', 'x', '\n', 'x']) type(editor, text);
    // A line more has the editor grow.
    const { width, height } = editor.getLayoutInfo();
    for (const lines of [1, 2, 0]) {
      editor.layout({ width, height: height + lines * CODE_METRICS.lineHeight });
    }
    if (suggesting) await suggest(editor, model, suggesting);
  } catch (error) {
    console.warn('Bytescope: the editor could not be rehearsed.', error);
  } finally {
    if (host) host.inert = false;
    if (!model.isDisposed()) {
      model.setValue(source);
      editor.setPosition({ lineNumber: 1, column: 1 });
      // Typing has scrolled to where it was.
      editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 }, monaco.editor.ScrollType.Immediate);
    }
  }
}

/** The private call that colours the whole text now. */
export function colourAll(model: Model): void {
  const { tokenization } = model as Model & {
    readonly tokenization: { forceTokenization(line: number): void };
  };
  tokenization.forceTokenization(model.getLineCount());
}

/**
 * Without the focus, which is still the reader's. The command that types goes to the editor that has it, so the events that
 * lead to it say that nothing was typed, and the text is put in past them. They do not bubble to the page.
 */
function type(editor: Editor, text: string): void {
  const input = editor.getDomNode()?.querySelector<EditContextHost>('.native-edit-context');
  const context = input?.editContext;
  if (input && context) {
    const { selectionStart, selectionEnd } = context;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: text }));
    context.dispatchEvent(
      Object.assign(new Event('textupdate'), {
        text: '',
        updateRangeStart: selectionStart,
        updateRangeEnd: selectionEnd,
        selectionStart,
        selectionEnd,
      }),
    );
  }
  editor.trigger('keyboard', 'type', { text });
  editor.render(true);
}

/** A list of our own, which does not wait for the language service: that may have yet to read its libraries. */
async function suggest(editor: Editor, rehearsed: Model, { model }: Suggesting): Promise<void> {
  const provider: languages.CompletionItemProvider = {
    provideCompletionItems: (asked, { lineNumber, column }) =>
      asked === rehearsed
        ? {
            suggestions: ['xx', 'xxx', 'xXxx', 'xxxxX'].map((label) => ({
              label,
              kind: monaco.languages.CompletionItemKind.Variable,
              insertText: label,
              range: new monaco.Range(lineNumber, column - 1, lineNumber, column),
            })),
          }
        : undefined,
  };
  const provided = monaco.languages.registerCompletionItemProvider('javascript', provider);
  const heard: IDisposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, SUGGESTED_WITHIN_MS);
      model.trigger({ auto: true, completionOptions: { providerFilter: new Set([provider]) } });
      heard.push(
        model.onDidSuggest(() => {
          resolve();
        }),
        model.onDidCancel(({ retrigger }) => {
          if (!retrigger) resolve();
        }),
      );
    });
    if (rehearsed.isDisposed()) return;
    editor.render(true);
    // The first two narrow the list, the last is in none of it, and ends it.
    for (const text of ['x', 'x', 'q']) type(editor, text);
  } finally {
    clearTimeout(timer);
    for (const each of heard) each.dispose();
    // Before the provider goes: a list that is shown then is asked for anew, of everybody.
    model.cancel();
    provided.dispose();
  }
}
