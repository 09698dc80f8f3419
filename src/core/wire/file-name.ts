/** Names of files as they come from a reader: shown to that reader, never a path. */

/** What a line of text must not hold: controls, line ends, and what turns or hides text (UAX #9, zero width). */
const UNSHOWN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * The name to show: its last segment, with whatever could turn or hide text replaced by U+FFFD.
 *
 * `../../etc/passwd` → `passwd`; `a\r\nb.txt` → `a��b.txt`; empty and dots → `unnamed`
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const shown = last.toWellFormed().replace(UNSHOWN, '\ufffd').trim();
  return /^\.*$/.test(shown) ? 'unnamed' : shown;
}
