/** A row of fields of one byte each is typed as one: two digits lead on, the arrow keys move, and a paste fills the row. */
import { splitBytes } from '../../core/quiz/read-answer';

/** A byte that is complete: a third digit is for the next field. */
const COMPLETE = /^(?:0x)?[\da-f]{2}$/i;

export function wireByteFields(fields: readonly HTMLInputElement[]): void {
  const go = (to: number): void => {
    fields[to]?.focus();
  };
  /** Bytes go into the fields from this one on; as many as there are fields, from the first on. */
  const fill = (bytes: readonly string[], from: number): void => {
    const start = bytes.length >= fields.length ? 0 : from;
    const filled = fields.slice(start, start + bytes.length);
    for (const [index, field] of filled.entries()) {
      field.value = bytes[index] ?? '';
      field.dispatchEvent(
        new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }),
      );
    }
    go(Math.min(start + bytes.length, fields.length - 1));
  };

  for (const [index, field] of fields.entries()) {
    // A byte is replaced as a whole. A press would put the caret back into it.
    let isPressed = false;
    field.addEventListener('pointerdown', () => {
      isPressed = document.activeElement !== field;
    });
    field.addEventListener('focus', () => field.select());
    field.addEventListener('mouseup', (event) => {
      if (isPressed) event.preventDefault();
      isPressed = false;
    });
    field.addEventListener('paste', (event) => {
      const bytes = splitBytes(event.clipboardData?.getData('text') ?? '');
      if (bytes.length < 2) return;
      event.preventDefault();
      fill(bytes, index);
    });
    field.addEventListener('input', (event) => {
      const { inputType } = event;
      if (inputType === 'insertReplacementText' || inputType.startsWith('delete')) return;
      const bytes = splitBytes(field.value);
      const isAtEnd = field.selectionStart === field.value.length;
      if (bytes.length > 1) fill(bytes, index);
      else if (isAtEnd && COMPLETE.test(field.value)) {
        if (index + 1 < fields.length) go(index + 1);
      } else if (/\S[\s,;:]$/.test(field.value)) {
        field.value = bytes[0] ?? '';
        if (index + 1 < fields.length) go(index + 1);
      }
    });
    field.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { selectionStart, selectionEnd, value } = field;
      const isAll = selectionStart === 0 && selectionEnd === value.length;
      const by =
        event.key === 'ArrowLeft' && (isAll || selectionEnd === 0)
          ? -1
          : event.key === 'ArrowRight' && (isAll || selectionStart === value.length)
            ? 1
            : event.key === 'Backspace' && value === ''
              ? -1
              : 0;
      if (by === 0 || fields[index + by] === undefined) return;
      event.preventDefault();
      go(index + by);
    });
  }

  // Typed before this code had come, when no field led on to the next.
  const early = fields.findIndex(({ value }) => splitBytes(value).length > 1);
  if (early >= 0) fill(splitBytes(fields[early]?.value ?? ''), early);
}
