/**
 * A modal dialog of the page's own looks. The browser keeps the focus inside, and gives it back; it begins at what is
 * `data-first`, else at the button that closes.
 */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from '../bench/Icon';

export interface SheetProps {
  readonly className: string;
  readonly title: string;
  /** Names the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet({ className, title, close, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // React focuses before there is a modal dialog, which then takes its first button.
      element.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      aria-labelledby={titleId}
      onClose={(event) => {
        // Of a dialog inside it nothing is meant.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          className="icon-btn"
          aria-label={close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="fail" />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
