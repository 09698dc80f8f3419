/** The bar over a bench's code: its name, what state it is in, and its buttons. */
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { BenchStatus } from './bench-status';
import { Icon } from './Icon';
import { localePath } from '../../i18n/locale';
import { useIntent } from '../../visualizers/use-intent';
import type { BenchModel } from './use-bench';

export interface BenchBarProps {
  readonly bench: BenchModel;
  /** What is said of the last run, where it is more than the bench knows. */
  readonly status?: BenchStatus;
  /** The button that matters more than Run, behind it. */
  readonly children?: ReactNode;
  /** An action asked for before this code had loaded that is not the bench's own. */
  readonly onAction?: (action: string) => void;
}

export function BenchBar({ bench, status = bench.status, children, onAction }: BenchBarProps) {
  const { setup, text, drafts, edited, section, start, stop, step } = bench;
  const { showRunning } = bench.state;
  const kept = drafts.reduce((sum, { draft }) => sum + draft.kept.length, 0);
  const listing = drafts.some(({ draft }) => draft.listing);
  const [asking, setAsking] = useState(false);
  const [unshared, setUnshared] = useState(false);
  const resetButton = useRef<HTMLButtonElement>(null);

  const reset = () => {
    setAsking(false);
    bench.reset();
  };

  /** The Reset button comes back in place of the question, and the focus with it. */
  const keepIt = () => {
    flushSync(() => {
      setAsking(false);
    });
    resetButton.current?.focus();
  };

  const share = () => {
    setUnshared(false);
    import('../share/open-share').then(
      ({ openShare }) => openShare(bench),
      () => setUnshared(true),
    );
  };

  const act = (action: string | undefined) => {
    if (action === 'run') start();
    else if (action === 'step') step();
    else if (action === 'reset' && edited) {
      if (setup.resetKeeps === true) reset();
      else setAsking(true);
    } else if (action === 'share') share();
    else if (action === 'edit') bench.openEditor();
    else if (action !== undefined) onAction?.(action);
  };
  useIntent(section, act);

  return (
    <div className="bench-bar" role="toolbar" aria-label={text.toolbar}>
      <span className="name">{setup.fileName}</span>
      {edited && <span className="edited">{text.edited}</span>}
      {kept > 0 && (
        <button
          type="button"
          className="btn quiet kept"
          aria-expanded={listing}
          onClick={() => {
            for (const { draft, session } of drafts)
              session.list(!listing && draft.kept.length > 0);
          }}
        >
          {text.draftKept(kept)}
        </button>
      )}
      {setup.isExample === true && (
        <a
          className="btn tool quiet to-playground"
          href={localePath(
            setup.locale,
            `/playground/?example=${setup.id}${edited ? '&edit' : ''}`,
          )}
          aria-label={text.toPlayground}
          title={text.toPlayground}
          onClick={() => {
            // The edit goes along by way of this device, so it has to be there.
            for (const { session } of drafts) session.flush();
          }}
        >
          <Icon name="open" />
        </a>
      )}
      <span className={`status${unshared || status.bad ? ' bad' : ''}`} role="status">
        {unshared ? text.shareFailed : status.text}
        {status.spoken !== undefined && <span className="vh"> {status.spoken}</span>}
      </span>
      {asking ? (
        <span
          className="ask"
          role="group"
          aria-label={text.resetAsk}
          onKeyDown={(event) => {
            if (event.key === 'Escape') keepIt();
          }}
        >
          {text.resetAsk}{' '}
          <button type="button" className="btn" autoFocus onClick={reset}>
            {text.resetYes}
          </button>
          <button type="button" className="btn quiet" onClick={keepIt}>
            {text.resetNo}
          </button>
        </span>
      ) : (
        <button
          ref={resetButton}
          type="button"
          className="btn tool quiet"
          data-action="reset"
          aria-label={text.reset}
          disabled={!edited}
          onClick={() => {
            act('reset');
          }}
        >
          <Icon name="reset" />
          <span className="lbl-m">{text.reset}</span>
        </button>
      )}
      <button
        type="button"
        className="btn tool quiet"
        data-action="share"
        aria-label={text.share}
        aria-haspopup="dialog"
        onClick={share}
      >
        <Icon name="share" />
        <span className="lbl-m">{text.share}</span>
      </button>
      <button
        type="button"
        className="btn tool quiet present"
        data-action="present"
        aria-label={text.present}
        title={text.presentHint}
      >
        <Icon name="present" />
      </button>
      <button
        type="button"
        className="btn tool"
        data-action="step"
        aria-label={text.step}
        title={text.stepHint}
        aria-disabled={showRunning || undefined}
        onClick={step}
      >
        <Icon name="step" />
        <span className="lbl-m">{text.step}</span>
      </button>
      {showRunning ? (
        <button
          type="button"
          className="btn tool primary run"
          data-action="stop"
          aria-label={text.stop}
          onClick={stop}
        >
          <Icon name="stop" />
          <span className="lbl-m">{text.stop}</span>
        </button>
      ) : (
        <button
          type="button"
          className={`btn tool run${children === undefined ? ' primary' : ''}`}
          data-action="run"
          aria-label={text.run}
          onClick={() => {
            start();
          }}
        >
          <Icon name="run" />
          <span className="lbl-m">{text.run}</span>
        </button>
      )}
      {children}
    </div>
  );
}
