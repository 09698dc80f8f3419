/**
 * The code of a bench: static HTML until the reader asks to edit, then Monaco (CodeMirror on touch-first screens) in
 * its place, with the same metrics and colours, so that nothing moves.
 */
import { Component, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { BenchText } from '../../i18n/bench';
import { CODE_METRICS, type EditorHandle, type LineMark } from './editor/editor-types';
import { PlainCode } from './PlainCode';

/** `import.meta.env.SSR` keeps the editor out of the server's bundle, workers included. */
const MonacoPane = import.meta.env.SSR
  ? null
  : lazy(async () => {
      const pane = await import('./editor/MonacoPane');
      await pane.ready;
      return pane;
    });
const CodeMirrorPane = import.meta.env.SSR
  ? null
  : lazy(async () => await import('./editor/CodeMirrorPane'));

/** A screen whose only pointer is a finger. */
const isTouchFirst = () =>
  matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;

export interface CodeAreaProps {
  readonly id: string;
  readonly title: string;
  /** The source now: the lesson's own, a saved edit, or what has been typed. */
  readonly source: string;
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
}

type Phase = 'static' | 'opening' | 'open';

export function CodeArea(props: CodeAreaProps) {
  const { id, title, source, pristine, mark, text, openRequest, controller, children } = props;
  const [phase, setPhase] = useState<Phase>('static');
  const [failed, setFailed] = useState(false);
  const [height, setHeight] = useState<number | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const handle = useRef<EditorHandle | null>(null);
  const pressedAt = useRef<readonly [number, number] | null>(null);
  /** Whether opening was asked for by the reader, so that the caret goes there. */
  const wantsFocus = useRef(false);
  const pendingLine = useRef<number | null>(null);

  const open = useCallback((focus: boolean) => {
    wantsFocus.current ||= focus;
    setFailed(false);
    setPhase((now) => (now === 'static' ? 'opening' : now));
  }, []);

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

  useEffect(() => {
    controller.current = {
      goToLine: (line) => {
        if (handle.current) handle.current.goToLine(line);
        else if (phase === 'opening') pendingLine.current = line;
        else pointAtStaticLine(area.current, line);
      },
      setSource: (next) => handle.current?.setValue(next),
    };
  });

  useEffect(() => {
    handle.current?.setMark(mark);
    if (phase !== 'open') markStaticLine(area.current, mark);
  }, [mark, phase, source]);

  const Pane = phase === 'static' ? null : isTouchFirst() ? CodeMirrorPane : MonacoPane;
  return (
    <div
      ref={area}
      className="code-area"
      data-phase={phase}
      // A press before this code has loaded opens the editor once it has (src/loader/intent.ts).
      data-action={phase === 'static' ? 'edit' : undefined}
      style={
        phase === 'open' && height !== null
          ? { minBlockSize: `min(${height}px, var(--code-max))` }
          : undefined
      }
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
      {phase !== 'open' &&
        (isEdited ? <PlainCode source={source} label={text.code(title)} /> : children)}
      {failed && (
        <p className="code-note" role="alert">
          {text.editorFailed}
        </p>
      )}
      {Pane && (
        <EditorBoundary
          onFail={() => {
            setPhase('static');
            setFailed(true);
          }}
        >
          <Suspense fallback={null}>
            <div className="editor" style={phase === 'open' ? undefined : { opacity: 0 }}>
              <Pane
                id={id}
                initial={source}
                label={`${text.code(title)}. ${text.editorHelp}`}
                pressedAt={pressedAt.current}
                onChange={props.onChange}
                onHeight={setHeight}
                onRun={props.onRun}
                onStop={props.onStop}
                onReady={(ready) => {
                  handle.current = ready;
                  setPhase('open');
                  ready.setMark(mark);
                  if (pendingLine.current !== null) ready.goToLine(pendingLine.current);
                  else if (wantsFocus.current) ready.focus();
                }}
              />
            </div>
          </Suspense>
          <p className="editor-help" aria-hidden="true">
            {text.editorHelp}
          </p>
        </EditorBoundary>
      )}
    </div>
  );
}

/** A chunk that does not arrive must not take the bench with it: the static code comes back and says so. */
class EditorBoundary extends Component<{ onFail: () => void; children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch() {
    this.props.onFail();
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

const hasSelectionIn = (element: HTMLElement | null) => {
  const selection = getSelection();
  return (
    selection !== null &&
    !selection.isCollapsed &&
    element !== null &&
    element.contains(selection.anchorNode)
  );
};

function staticLine(area: HTMLElement | null, line: number) {
  return area?.querySelector<HTMLElement>(`.code .ln[data-l="${line}"]`) ?? null;
}

function markStaticLine(area: HTMLElement | null, mark: LineMark | null) {
  area?.querySelectorAll('.ln.err, .ln.warn').forEach((line) => {
    line.classList.remove('err', 'warn');
  });
  if (mark) staticLine(area, mark.line)?.classList.add(mark.kind);
}

/** Shows a line of the static code: scrolls it into the code's own window and marks it for a moment. */
function pointAtStaticLine(area: HTMLElement | null, line: number) {
  const element = staticLine(area, line);
  const pre = element?.closest<HTMLElement>('.code');
  if (!element || !pre) return;
  pre.focus({ preventScroll: true });
  const top = (line - 1) * CODE_METRICS.lineHeight;
  if (top < pre.scrollTop || top > pre.scrollTop + pre.clientHeight - CODE_METRICS.lineHeight * 2) {
    pre.scrollTop = top - pre.clientHeight / 2;
  }
  pre.scrollIntoView({ block: 'nearest' });
  area?.querySelectorAll('.ln.point').forEach((other) => {
    other.classList.remove('point');
  });
  element.classList.add('point');
}
