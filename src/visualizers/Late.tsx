/**
 * A part of the page that is fetched when it is first drawn. Where it does not come, that is said, and it can be asked
 * for again. No Suspense: React would stream a long part of a page by a script of its own.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import './late.css';

type Load<T> = () => Promise<T>;

/** Parts that are here. */
const here = new WeakMap<Load<unknown>, unknown>();

/**
 * Has a part here. What draws pages waits for it, so that their HTML has it:
 * `if (import.meta.env.SSR) await bring(load)`, beside a `Late` with a `box`.
 */
export async function bring<T>(load: Load<T>): Promise<T> {
  const part = await load();
  here.set(load, part);
  return part;
}

export interface LateProps<T> {
  /** The same function each time. */
  readonly load: Load<T>;
  readonly text: { readonly partFailed: string; readonly partRetry: string };
  /** What stands there until then. */
  readonly meanwhile?: ReactNode;
  /** The class of a box around a part that is in the HTML of pages; what it holds there stays until the part has come. */
  readonly box?: string;
  /** Nobody can see it yet: it is fetched once this is false. */
  readonly wait?: boolean;
  readonly children: (part: T) => ReactNode;
}

/** What a reader can be on, or press. */
const REACHABLE = 'button, a[href], summary';

interface Reached {
  readonly index: number;
  readonly text: string | null;
}

/** Which of a box's own an element is; null where it is none. */
function reachedIn(box: Element | null, element: Element | null): Reached | null {
  if (box === null || element === null) return null;
  const index = [...box.querySelectorAll(REACHABLE)].indexOf(element);
  return index < 0 ? null : { index, text: element.textContent };
}

/** The same one, where the part has it too: it may be drawn for another step. */
function findIn(box: Element | null, reached: Reached | null): HTMLElement | null {
  if (box === null || reached === null) return null;
  const found = [...box.querySelectorAll<HTMLElement>(REACHABLE)][reached.index];
  return found?.textContent === reached.text ? found : null;
}

export function Late<T>({ load, text, meanwhile, box, wait, children }: LateProps<T>) {
  const [part, setPart] = useState<{ readonly is: T } | 'loading' | 'failed'>(() =>
    // Where no HTML has it, React would find another page than it expects.
    box !== undefined && here.has(load) ? { is: here.get(load) as T } : 'loading',
  );
  const [tries, setTries] = useState(0);
  /** Where the focus stays when the button goes away. */
  const home = useRef<Element | null>(null);
  const boxElement = useRef<HTMLDivElement>(null);
  /** What was pressed and focused in the page's HTML, which goes away with it. */
  const pressed = useRef<Reached | null>(null);
  const focused = useRef<Reached | null>(null);
  useEffect(() => {
    if (wait === true) return;
    let isHere = true;
    bring(load).then(
      (loaded) => {
        if (!isHere) return;
        focused.current = reachedIn(boxElement.current, document.activeElement);
        setPart((before) => (typeof before === 'object' ? before : { is: loaded }));
      },
      () => {
        if (isHere) setPart('failed');
      },
    );
    return () => {
      isHere = false;
    };
  }, [load, tries, wait]);
  useEffect(() => {
    if (typeof part === 'string') return;
    findIn(boxElement.current, focused.current)?.focus({ preventScroll: true });
    findIn(boxElement.current, pressed.current)?.click();
    focused.current = null;
    pressed.current = null;
  }, [part]);
  useEffect(() => {
    if (typeof part === 'string' || document.activeElement !== document.body) return;
    home.current
      ?.querySelector<HTMLElement>('button:enabled, [tabindex="0"]')
      ?.focus({ preventScroll: true });
    home.current = null;
  }, [part]);
  if (typeof part === 'object') {
    if (box === undefined) return children(part.is);
    return (
      <div key="here" ref={boxElement} className={box}>
        {children(part.is)}
      </div>
    );
  }
  return (
    <>
      {/* The button stays while it is asked for again, and the focus on it. */}
      {(part === 'failed' || tries > 0) && (
        <p className="late">
          <span role="alert">{part === 'failed' ? text.partFailed : ''}</span>{' '}
          <button
            type="button"
            className="btn"
            onClick={(event) => {
              home.current = event.currentTarget.closest('section, main');
              setPart('loading');
              setTries(tries + 1);
            }}
          >
            {text.partRetry}
          </button>
        </p>
      )}
      {box === undefined ? (
        meanwhile
      ) : (
        <div
          key="page"
          ref={boxElement}
          className={box}
          onClick={({ target }) => {
            pressed.current = reachedIn(boxElement.current, (target as Element).closest(REACHABLE));
          }}
          dangerouslySetInnerHTML={{ __html: '' }}
          suppressHydrationWarning
        />
      )}
    </>
  );
}
