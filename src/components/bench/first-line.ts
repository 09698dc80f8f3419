/** Enough of a program to know it again: its first line that says something. */
export function firstLine(source: string): string {
  const line = source.split('\n').find((each) => each.trim() !== '') ?? '';
  const text = line.trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
