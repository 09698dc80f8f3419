/** CodeMirror 6 for touch-first screens: real selection handles and keyboards, the same colours and metrics. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  lineNumbers,
  ViewPlugin,
  WidgetType,
} from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { findViewMentions } from '../../../core/instrument';
import type { CodeSteps } from './code-steps';
import type { EditorPaneProps, LineMark } from './editor-types';
import { mentionClass } from './mention-class';

/** The classes of static code, so that one stylesheet colours both. */
const STYLE = HighlightStyle.define([
  {
    tag: [
      tags.keyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.bool,
      tags.null,
      tags.self,
    ],
    class: 'k',
  },
  { tag: [tags.number, tags.string, tags.special(tags.string), tags.regexp], class: 'n' },
  { tag: [tags.punctuation, tags.bracket, tags.operator, tags.separator], class: 'p' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], class: 'c' },
]);

const viewColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = colour(view.state.doc.toString()) ?? Decoration.none;
    }
    update(update: ViewUpdate) {
      if (!update.docChanged) return;
      const next = colour(update.state.doc.toString());
      // A source that does not parse right now keeps the colours it had.
      this.decorations = next ?? this.decorations.map(update.changes);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function colour(source: string): DecorationSet | null {
  const mentions = findViewMentions(source);
  if (mentions === null) return null;
  const builder = new RangeSetBuilder<Decoration>();
  for (const mention of mentions) {
    builder.add(mention.start, mention.end, Decoration.mark({ class: mentionClass(mention) }));
  }
  return builder.finish();
}

const setMark = StateEffect.define<LineMark | null>();
const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMark)) continue;
      const mark = effect.value;
      next =
        mark === null || mark.line > transaction.state.doc.lines
          ? Decoration.none
          : Decoration.set(
              Decoration.line({ class: `line-${mark.kind}` }).range(
                transaction.state.doc.line(mark.line).from,
              ),
            );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setSteps = StateEffect.define<CodeSteps>();
const stepField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setSteps)) next = stepDecorations(effect.value, transaction.state);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function stepDecorations({ now, ran, ghosts }: CodeSteps, { doc }: EditorState): DecorationSet {
  const isHere = (line: number) => line <= doc.lines;
  const ranges = ran
    .filter((line) => isHere(line) && line !== now?.line)
    .map((line) => Decoration.line({ class: 'line-ran' }).range(doc.line(line).from));
  for (const { line, text } of ghosts) {
    if (isHere(line)) ranges.push(behind(`— ${text}`, 'line-ghost', 0).range(doc.line(line).to));
  }
  if (now && isHere(now.line)) {
    ranges.push(
      Decoration.line({ class: 'line-now' }).range(doc.line(now.line).from),
      behind(now.flag, 'line-flag', 1).range(doc.line(now.line).to),
    );
  }
  return Decoration.set(ranges, true);
}

class TextBehind extends WidgetType {
  readonly #text: string;
  readonly #className: string;

  constructor(text: string, className: string) {
    super();
    this.#text = text;
    this.#className = className;
  }

  override eq(other: TextBehind): boolean {
    return other.#text === this.#text && other.#className === this.#className;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.#className;
    element.textContent = this.#text;
    element.setAttribute('aria-hidden', 'true');
    return element;
  }
}

const behind = (text: string, className: string, order: number) =>
  Decoration.widget({ widget: new TextBehind(text, className), side: 1 + order });

export default function CodeMirrorPane(props: EditorPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.initial,
        extensions: [
          Prec.highest(
            keymap.of([
              {
                key: 'Mod-Enter',
                run: () => {
                  latest.current.onRun();
                  return true;
                },
              },
              {
                key: 'Mod-.',
                run: () => {
                  latest.current.onStop();
                  return true;
                },
              },
            ]),
          ),
          history(),
          lineNumbers(),
          indentUnit.of('  '),
          javascriptLanguage,
          syntaxHighlighting(STYLE),
          viewColours,
          markField,
          stepField,
          // Escape, then Tab leaves: CodeMirror's own tab focus mode.
          keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({
            'aria-label': latest.current.label,
            autocapitalize: 'off',
            autocorrect: 'off',
            spellcheck: 'false',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
            if (update.heightChanged) latest.current.onHeight(view.contentHeight);
          }),
        ],
      }),
    });
    const frame = requestAnimationFrame(() => {
      const { pressedAt, onHeight, onReady } = latest.current;
      onHeight(view.contentHeight);
      const at = pressedAt && view.posAtCoords({ x: pressedAt[0], y: pressedAt[1] });
      if (at !== null) view.dispatch({ selection: { anchor: at } });
      onReady({
        setValue: (source) => {
          if (source === view.state.doc.toString()) return;
          view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } });
        },
        focus: () => {
          view.focus();
        },
        goToLine: (line) => {
          const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
          view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
          view.focus();
        },
        setSteps: (steps) => {
          view.dispatch({ effects: setSteps.of(steps) });
          const { doc } = view.state;
          if (!steps.now || steps.now.line > doc.lines) return;
          // Only the code's own window scrolls: EditorView.scrollIntoView would scroll the page too.
          const { top, bottom } = view.lineBlockAt(doc.line(steps.now.line).from);
          const { scrollDOM } = view;
          if (top < scrollDOM.scrollTop || bottom > scrollDOM.scrollTop + scrollDOM.clientHeight) {
            scrollDOM.scrollTop = top - scrollDOM.clientHeight / 2;
          }
        },
        setMark: (mark) => {
          view.dispatch({ effects: setMark.of(mark) });
        },
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      view.destroy();
    };
  }, []);

  return <div ref={host} className="cm-host" />;
}
