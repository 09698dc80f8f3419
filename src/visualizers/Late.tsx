/** A part of the page that is fetched when it is first drawn. Where it does not come, that is said, and it can be asked for again. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import './late.css';

export interface LateProps<T> {
  /** The same function each time. */
  readonly load: () => Promise<T>;
  readonly text: { readonly partFailed: string; readonly partRetry: string };
  /** What stands there until then. */
  readonly meanwhile?: ReactNode;
  readonly children: (part: T) => ReactNode;
}

export function Late<T>({ load, text, meanwhile, children }: LateProps<T>) {
  const [part, setPart] = useState<{ readonly is: T } | 'loading' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  /** Where the focus stays when the button goes away. */
  const home = useRef<Element | null>(null);
  useEffect(() => {
    let isHere = true;
    load().then(
      (loaded) => {
        if (isHere) setPart({ is: loaded });
      },
      () => {
        if (isHere) setPart('failed');
      },
    );
    return () => {
      isHere = false;
    };
  }, [load, tries]);
  useEffect(() => {
    if (typeof part === 'string' || document.activeElement !== document.body) return;
    home.current
      ?.querySelector<HTMLElement>('button:enabled, [tabindex="0"]')
      ?.focus({ preventScroll: true });
    home.current = null;
  }, [part]);
  if (typeof part === 'object') return children(part.is);
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
      {meanwhile}
    </>
  );
}
