/**
 * The code of a bench: static HTML until the reader asks to edit, then Monaco (CodeMirror on touch-first screens) in
 * its place, with the same metrics and colours, so that nothing moves. The static code stays behind it, for paper.
 */
import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { BenchText } from '../../i18n/bench';
import type { EditorHandle, LineMark } from './editor/editor-types';
import { loadPane, type EditorPane } from './editor/load-pane';
import { EditorBoundary } from './EditorBoundary';
import { PlainCode } from './PlainCode';
import { NO_STEPS, type CodeSteps } from './editor/code-steps';
import { markStaticLine, pointAtStaticLine, showStaticSteps } from './static-lines';

export interface CodeAreaProps {
  readonly id: string;
  readonly title: string;
  /** The source as it is rendered: the lesson's own, a saved edit, or what has been typed. It may be a letter behind. */
  readonly source: string;
  /** The same at the moment it is asked for. */
  readonly sourceNow: () => string;
  /** The lesson's own source, which `children` shows. */
  readonly pristine: string;
  readonly mark: LineMark | null;
  readonly text: BenchText;
  /** Grows by one each time the toolbar or a key asks for the editor. */
  readonly openRequest: number;
  readonly onChange: (source: string) => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
  /** The way to the editor, or to the static lines while there is none. */
  readonly controller: React.RefObject<CodeController | null>;
  /** The lesson's code as highlighted HTML. */
  readonly children?: ReactNode;
}

export interface CodeController {
  goToLine(line: number): void;
  setSource(source: string): void;
  setSteps(steps: CodeSteps): void;
}

/** `failed` waits for the reader: an editor that did not come is not asked for again by itself. */
type Phase = 'static' | 'opening' | 'open' | 'failed';

export function CodeArea(props: CodeAreaProps) {
  const { id, title, source, pristine, mark, text, openRequest, controller, children } = props;
  const [phase, setPhase] = useState<Phase>('static');
  const [Pane, setPane] = useState<EditorPane | null>(null);
  const area = useRef<HTMLDivElement>(null);
  /** Of the editor's text, in CSS pixels. */
  const height = useRef<number | null>(null);
  const handle = useRef<EditorHandle | null>(null);
  const pressedAt = useRef<readonly [number, number] | null>(null);
  /** Whether opening was asked for by the reader, so that the caret goes there. */
  const wantsFocus = useRef(false);
  const pendingLine = useRef<number | null>(null);
  const steps = useRef<CodeSteps>(NO_STEPS);

  const fail = useCallback(() => {
    handle.current = null;
    wantsFocus.current = false;
    setPane(null);
    setPhase('failed');
  }, []);

  const open = useCallback((focus: boolean) => {
    wantsFocus.current ||= focus;
    setPhase((now) => (now === 'static' || now === 'failed' ? 'opening' : now));
  }, []);

  useEffect(() => {
    if (phase !== 'opening') return;
    let here = true;
    loadPane?.().then(
      (pane) => {
        if (here) setPane(() => pane);
      },
      () => {
        if (here) fail();
      },
    );
    return () => {
      here = false;
    };
  }, [phase, fail]);

  useEffect(() => {
    if (openRequest > 0) open(true);
  }, [openRequest, open]);

  // A saved edit has no highlighted HTML: bring the editor as soon as the bench is near.
  const isEdited = source !== pristine;
  useEffect(() => {
    const element = area.current;
    if (!element || !isEdited || phase !== 'static') return;
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) open(false);
      },
      { rootMargin: '200px' },
    );
    near.observe(element);
    return () => {
      near.disconnect();
    };
  }, [isEdited, phase, open]);

  // With the phase, which hides the static code that held this open.
  useLayoutEffect(() => {
    growTo(area.current, phase === 'open' ? height.current : null);
  }, [phase]);

  useEffect(() => {
    controller.current = {
      goToLine: (line) => {
        if (handle.current) handle.current.goToLine(line);
        else if (phase === 'opening') pendingLine.current = line;
        else pointAtStaticLine(area.current, line);
      },
      setSource: (next) => handle.current?.setValue(next),
      setSteps: (next) => {
        steps.current = next;
        handle.current?.setSteps(next);
        // Behind an editor the static lines are for paper, which shows the result and no step.
        showStaticSteps(area.current, handle.current === null ? next : NO_STEPS);
      },
    };
  });

  // Behind an editor the static code is only for paper, and may come a little later.
  const settled = useDeferredValue(source);
  const shownSource = phase === 'open' ? settled : source;
  useEffect(() => {
    handle.current?.setMark(mark);
    markStaticLine(area.current, mark);
  }, [mark, phase, shownSource]);

  return (
    <div
      ref={area}
      className="code-area"
      data-phase={phase}
      // A press before this code has loaded opens the editor once it has (src/loader/intent.ts).
      data-action={phase === 'static' ? 'edit' : undefined}
      onClick={(event) => {
        if (phase !== 'static' || hasSelectionIn(area.current)) return;
        pressedAt.current = [event.clientX, event.clientY];
        open(true);
      }}
      onKeyDown={(event) => {
        if (phase === 'static' && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          open(true);
        }
      }}
    >
      <div className="static">
        {shownSource === pristine ? (
          children
        ) : (
          <PlainCode source={shownSource} label={text.code(title)} />
        )}
      </div>
      {phase === 'failed' && (
        <div className="code-failed">
          <span role="alert">{text.editorFailed}</span>
          <button
            type="button"
            className="btn"
            onClick={() => {
              // The button goes away; the caret's next place is here.
              area.current?.querySelector<HTMLElement>('.code')?.focus({ preventScroll: true });
              open(true);
            }}
          >
            {text.editorRetry}
          </button>
        </div>
      )}
      {Pane && (
        <EditorBoundary onFail={fail}>
          <div className="editor" data-hidden={phase === 'open' ? undefined : ''}>
            <Pane
              id={id}
              initial={source}
              label={`${text.code(title)}. ${text.editorHelp}`}
              pressedAt={pressedAt.current}
              onChange={props.onChange}
              onHeight={(next) => {
                height.current = next;
                // At once, and past React: Monaco measures itself right after, and both are one layout then.
                if (handle.current !== null) growTo(area.current, next);
              }}
              onRun={props.onRun}
              onStop={props.onStop}
              onReady={(ready) => {
                handle.current = ready;
                // Who reads the static code by keyboard goes on in the editor that hides it.
                const focused = area.current?.contains(document.activeElement) === true;
                setPhase('open');
                // Another tab or a Reset may have changed the text while the editor was on its way.
                ready.setValue(props.sourceNow());
                ready.setMark(mark);
                ready.setSteps(steps.current);
                if (pendingLine.current !== null) ready.goToLine(pendingLine.current);
                else if (wantsFocus.current || focused) ready.focus();
                pendingLine.current = null;
              }}
            />
          </div>
          <p className="editor-help" aria-hidden="true">
            {text.editorHelp}
          </p>
        </EditorBoundary>
      )}
    </div>
  );
}

/** Has the pane be as high as the editor's text, and no higher than code may be. */
const growTo = (element: HTMLElement | null, height: number | null) => {
  if (element) {
    element.style.minBlockSize = height === null ? '' : `min(${height}px, var(--code-max))`;
  }
};

const hasSelectionIn = (element: HTMLElement | null) => {
  const selection = getSelection();
  return (
    selection !== null &&
    !selection.isCollapsed &&
    element !== null &&
    element.contains(selection.anchorNode)
  );
};
