/** Whether a `<details>` is open, also where the reader has opened it before this code was there. */
import { useCallback, useState, type ToggleEvent } from 'react';

export function useOpen() {
  const [open, setOpen] = useState(false);
  /** It was open once: what was fetched for it stays, and what it says. */
  const [opened, setOpened] = useState(false);
  const tell = useCallback((details: HTMLDetailsElement | null) => {
    if (details === null) return;
    setOpen(details.open);
    if (details.open) setOpened(true);
  }, []);
  const onToggle = useCallback(
    ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => tell(currentTarget),
    [tell],
  );
  return { open, opened, details: { ref: tell, onToggle } };
}
