/**
 * Monaco, bundled with the site: the features a snippet needs, the JavaScript language service with the standard
 * library and the DOM, and the same TextMate grammar and colours as the static code it replaces.
 *
 * Evaluated only when a reader asks to edit; its bytes may be in the cache long before.
 */
import { shikiToMonaco } from '@shikijs/monaco';
import javascript from '@shikijs/langs/javascript';
import * as monaco from 'monaco-editor/editor';
// 0.57: features/suggest/register forgets its controller, without which there are no completions.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/languages/definitions/javascript/register';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { createHighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import onigurumaUrl from 'shiki/onig.wasm?url';
import { compilerOptions, EXTRA_LIB, EXTRA_LIB_PATH } from './language-options';
import { takeLanguageWorker } from './language-worker';
import { editorTheme } from './token-style';

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) =>
    label === 'javascript' || label === 'typescript' ? takeLanguageWorker() : new EditorWorker(),
};

// The icons of suggestions, which else are fetched for the first list: a font that arrives has the whole page laid out anew,
// and whoever types then waits for it. Without them the list has words alone.
document.fonts.load('1em codicon').catch(() => undefined);

typescript.javascriptDefaults.setCompilerOptions(compilerOptions(typescript));
typescript.javascriptDefaults.addExtraLib(EXTRA_LIB, EXTRA_LIB_PATH);
typescript.javascriptDefaults.setEagerModelSync(true);
typescript.javascriptDefaults.setDiagnosticsOptions({
  noSemanticValidation: false,
  noSyntaxValidation: false,
  // Implicit any and the like are noise in a lesson; wrong names and wrong arguments are not.
  diagnosticCodesToIgnore: [7005, 7006, 7031, 7034, 7044, 80001, 80002, 80003, 80004, 80005, 80006],
});

async function loadGrammar(): Promise<void> {
  const highlighter = await createHighlighterCore({
    themes: [editorTheme('light'), editorTheme('dark')],
    langs: [javascript],
    engine: createOnigurumaEngine((imports) =>
      WebAssembly.instantiateStreaming(fetch(onigurumaUrl), imports),
    ),
  });
  shikiToMonaco(highlighter, monaco, { tokenizeTimeLimit: 5000 });
}

let grammar: Promise<void> | undefined;

/** Resolves once the grammar is in place: before that the text would flash uncoloured. A failure can be tried again. */
export function prepare(): Promise<void> {
  grammar ??= loadGrammar().catch((error: unknown) => {
    grammar = undefined;
    throw error;
  });
  return grammar;
}

export { monaco };
