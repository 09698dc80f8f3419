/** Pasting, as an element hears it; the clipboard of the machine stays as it is. */
import type { Locator } from '@playwright/test';

/** @param fragment which the address has by the end of the same task */
export async function paste(into: Locator, text: string, fragment?: string): Promise<void> {
  await into.evaluate(
    (element, [pasted, hash]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      // Firefox takes none in the constructor.
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      element.dispatchEvent(event);
      if (hash !== undefined) location.hash = hash;
    },
    [text, fragment] as const,
  );
}
