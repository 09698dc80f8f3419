/** One byte in memory, as two hex digits that can be typed over. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

interface ByteInputProps {
  readonly hex: string;
  readonly label: string;
  readonly tabIndex: number;
  readonly onPoke: (value: number) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function ByteInput({ hex, label, tabIndex, onPoke, onFocus, onKeyDown }: ByteInputProps) {
  const input = useRef<HTMLInputElement>(null);
  /** The first of two digits, while the second is awaited. */
  const [draft, setDraft] = useState<string | null>(null);

  const commit = (digits: string) => {
    // The next digits typed replace these, so they are selected once they are there.
    flushSync(() => {
      setDraft(null);
      onPoke(Number.parseInt(digits, 16));
    });
    if (document.activeElement === input.current) input.current?.select();
  };

  return (
    <input
      ref={input}
      value={draft ?? hex}
      aria-label={label}
      tabIndex={tabIndex}
      inputMode="text"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      onChange={(event) => {
        const digits = event.currentTarget.value.toUpperCase().replace(/[^\dA-F]/g, '');
        if (digits.length < 2) setDraft(digits);
        else commit(digits.slice(0, 2));
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus();
      }}
      onBlur={() => {
        if (draft) commit(draft);
        else setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && draft) commit(draft);
        else if (event.key === 'Escape') setDraft(null);
        else onKeyDown(event);
      }}
    />
  );
}
