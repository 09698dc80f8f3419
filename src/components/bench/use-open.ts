/** Whether a `<details>` is open, also where the reader has opened it before this code was there. */
import { useCallback, useState, type ToggleEvent } from 'react';

export function useOpen() {
  const [open, setOpen] = useState(false);
  const ref = useCallback((details: HTMLDetailsElement | null) => {
    if (details !== null) setOpen(details.open);
  }, []);
  const onToggle = useCallback(({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => {
    setOpen(currentTarget.open);
  }, []);
  return { open, ref, onToggle };
}
