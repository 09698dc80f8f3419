/** Hands a text to the reader as a file. It is made on this device, and goes nowhere else. */
export function downloadText(name: string, text: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next task, or a moment later where it asks the reader where to put it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
