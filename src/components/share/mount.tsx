/** A dialog that belongs to no island: a React root of its own at the end of the page, gone when it is closed. */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** @param draw gets what takes the dialog away again, as the returned function does */
export function mount(draw: (close: () => void) => ReactNode): () => void {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  let isThere = true;
  const close = () => {
    if (!isThere) return;
    isThere = false;
    root.unmount();
    host.remove();
  };
  root.render(draw(close));
  return close;
}
