/** Monaco in the place of the static code: same metrics, same colours, shown only when fully drawn. */
import Editor, { loader } from '@monaco-editor/react';
import type { editor as MonacoEditor } from 'monaco-editor/editor';
import { useEffect, useRef, useState } from 'react';
import { afterPaint } from '../../../core/after-paint';
import { findViewMentions } from '../../../core/instrument';
import type { CodeSteps } from './code-steps';
import { CODE_METRICS, type EditorHandle, type EditorPaneProps } from './editor-types';
import { mentionClass } from './mention-class';
import { monaco } from './monaco';
import { colourAll, rehearse } from './rehearse';
import { endSuggestionsWithTheirWord } from './suggesting';

export { prepare } from './monaco';

loader.config({ monaco });

const OPTIONS: MonacoEditor.IStandaloneEditorConstructionOptions = {
  fontFamily: 'var(--mono)',
  fontSize: CODE_METRICS.fontSize,
  lineHeight: CODE_METRICS.lineHeight,
  fontLigatures: false,
  letterSpacing: 0,
  tabSize: 2,
  insertSpaces: true,
  minimap: { enabled: false },
  lineNumbers: 'on',
  lineNumbersMinChars: 3,
  // Three digits take 23 px at this size; together they make CODE_METRICS.gutter.
  lineDecorationsWidth: CODE_METRICS.gutter - 23,
  glyphMargin: false,
  folding: false,
  padding: { top: CODE_METRICS.paddingBlock, bottom: CODE_METRICS.paddingBlock },
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    verticalScrollbarSize: 8,
    horizontalScrollbarSize: 8,
  },
  renderLineHighlight: 'none',
  automaticLayout: true,
  fixedOverflowWidgets: true,
  guides: { indentation: false },
  bracketPairColorization: { enabled: false },
  matchBrackets: 'never',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  contextmenu: false,
  stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false },
  wordBasedSuggestions: 'off',
};

const themeName = () =>
  document.documentElement.dataset['theme'] === 'dark' ? 'bytescope-dark' : 'bytescope-light';

export default function MonacoPane(props: EditorPaneProps) {
  const latest = useRef(props);
  const caret = useRef<HTMLDivElement>(null);
  const [, setFailure] = useState(null);
  useEffect(() => {
    latest.current = props;
  });

  const onMount = async (editor: MonacoEditor.IStandaloneCodeEditor) => {
    const model = editor.getModel();
    if (!model) return;
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    await rehearse(editor, model);
    // Closed meanwhile.
    if (model.isDisposed()) return;
    const views = editor.createDecorationsCollection();
    const marks = editor.createDecorationsCollection();

    const colourViews = () => {
      const mentions = findViewMentions(model.getValue());
      // A source that does not parse right now keeps the colours it had.
      if (mentions === null) return;
      views.set(
        mentions.map((mention) => ({
          range: monaco.Range.fromPositions(
            model.getPositionAt(mention.start),
            model.getPositionAt(mention.end),
          ),
          options: { inlineClassName: mentionClass(mention) },
        })),
      );
    };

    const steps = editor.createDecorationsCollection();
    const showSteps = ({ now, ran, ghosts }: CodeSteps) => {
      const lines = model.getLineCount();
      const wholeLine = (line: number, className: string) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: {
          isWholeLine: true,
          className,
          marginClassName: `${className} line-mark`,
        },
      });
      const behind = (line: number, content: string, inlineClassName: string) => ({
        range: monaco.Range.fromPositions({
          lineNumber: line,
          column: model.getLineMaxColumn(line),
        }),
        options: {
          showIfCollapsed: true,
          after: { content, inlineClassName, inlineClassNameAffectsLetterSpacing: true },
        },
      });
      steps.set([
        ...ran.filter((line) => line <= lines).map((line) => wholeLine(line, 'line-ran')),
        ...ghosts
          .filter(({ line }) => line <= lines)
          .map(({ line, text }) => behind(line, `  — ${text}`, 'line-ghost')),
        ...(now && now.line <= lines
          ? [wholeLine(now.line, 'line-now'), behind(now.line, now.flag, 'line-flag')]
          : []),
      ]);
      if (now && now.line <= lines) editor.revealLineInCenterIfOutsideViewport(now.line);
    };
    const handle: EditorHandle = {
      setValue: (source) => {
        if (source !== model.getValue()) {
          // An edit, not a new text: the reader can undo it.
          editor.pushUndoStop();
          editor.executeEdits('bench', [{ range: model.getFullModelRange(), text: source }]);
          editor.pushUndoStop();
        }
      },
      focus: () => {
        editor.focus();
      },
      goToLine: (line) => {
        editor.setPosition({ lineNumber: line, column: 1 });
        editor.revealLineInCenterIfOutsideViewport(line);
        editor.focus();
      },
      setSteps: showSteps,
      setMark: (mark) => {
        marks.set(
          mark === null || mark.line > model.getLineCount()
            ? []
            : [
                {
                  range: new monaco.Range(mark.line, 1, mark.line, 1),
                  options: {
                    isWholeLine: true,
                    className: `line-${mark.kind}`,
                    marginClassName: `line-${mark.kind} line-mark`,
                  },
                },
              ],
        );
      },
    };

    editor.onDidContentSizeChange(({ contentHeight, contentHeightChanged }) => {
      if (!contentHeightChanged) return;
      latest.current.onHeight(contentHeight);
      // It sees for itself that it has grown, but after it was drawn, and so is drawn twice in a frame.
      editor.layout();
    });
    latest.current.onHeight(editor.getContentHeight());
    let colouring = 0;
    model.onDidChangeContent(() => {
      latest.current.onChange(model.getValue());
      clearTimeout(colouring);
      colouring = window.setTimeout(colourViews, 120);
    });

    keepCaretInSight(editor, () => caret.current);

    const { KeyCode, KeyMod } = monaco;
    editor.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, () => {
      latest.current.onRun();
    });
    editor.addCommand(KeyMod.CtrlCmd | KeyCode.Period, () => {
      latest.current.onStop();
    });
    leaveByEscapeThenTab(editor);
    endSuggestionsWithTheirWord(editor);

    const themes = new MutationObserver(() => {
      monaco.editor.setTheme(themeName());
    });
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    editor.onDidDispose(() => {
      themes.disconnect();
      clearTimeout(colouring);
    });

    colourViews();
    // Else the swap flashes.
    colourAll(model);
    editor.render(true);
    // Two frames: the first lays the coloured text out, the second has it on screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // Closed within the two frames.
        if (model.isDisposed()) return;
        const { pressedAt, onReady } = latest.current;
        const target = pressedAt && editor.getTargetAtClientPoint(pressedAt[0], pressedAt[1]);
        if (target?.position) editor.setPosition(target.position, 'mouse');
        onReady(handle);
      }),
    );
  };

  return (
    <>
      <Editor
        path={`file:///${props.id}.js`}
        defaultValue={props.initial}
        defaultLanguage="javascript"
        theme={themeName()}
        loading={null}
        keepCurrentModel={false}
        onMount={(editor) => {
          onMount(editor).catch((error: unknown) => {
            // To the boundary, as if it had been thrown while rendering.
            setFailure(() => {
              throw error;
            });
          });
        }}
        options={{ ...OPTIONS, ariaLabel: props.label }}
      />
      <div ref={caret} className="caret-place" aria-hidden="true" />
    </>
  );
}

/**
 * The page goes along with the caret: an editor that is as high as its text has nothing of its own to scroll, and
 * Monaco looks no further than that.
 *
 * @param place an element over the editor that is put where the caret is, for the browser to scroll to
 */
function keepCaretInSight(
  editor: MonacoEditor.IStandaloneCodeEditor,
  place: () => HTMLElement | null,
): void {
  let isWaiting = false;
  const follow = () => {
    isWaiting = false;
    const element = place();
    const selection = editor.getSelection();
    const model = editor.getModel();
    if (element === null || selection === null || model === null || !editor.hasTextFocus()) return;
    // Who selects all of it looks at where the caret was.
    if (!selection.isEmpty() && selection.equalsRange(model.getFullModelRange())) return;
    const at = editor.getScrolledVisiblePosition(selection.getPosition());
    // What the editor itself has not scrolled to is not for the page to go to.
    if (at === null || at.top < 0 || at.top + at.height > editor.getLayoutInfo().height) return;
    element.style.inset = `${at.top}px auto auto ${at.left}px`;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  };
  editor.onDidChangeCursorPosition(({ source }) => {
    // A pointer's place is in sight already.
    if (source === 'mouse' || isWaiting) return;
    isWaiting = true;
    // The editor has scrolled and grown by then, and the letter is not held up.
    afterPaint(follow);
  });
}

/** Tab indents while one edits; after Escape the next Tab leaves, as the label says. */
function leaveByEscapeThenTab(editor: MonacoEditor.IStandaloneCodeEditor) {
  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) {
      editor.updateOptions({ tabFocusMode: true });
    } else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift) {
      editor.updateOptions({ tabFocusMode: false });
    }
  });
  editor.onDidBlurEditorText(() => {
    editor.updateOptions({ tabFocusMode: false });
  });
}
