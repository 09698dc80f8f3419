/** A file that is dropped on the page, kept until the island listens: it hydrates while the file is still on its way. */

let waiting: File | null = null;
let taker: ((file: File) => void) | null = null;

export function drop(file: File): void {
  if (taker === null) waiting = file;
  else taker(file);
}

/** @returns what ends the taking */
export function takeDrops(take: (file: File) => void): () => void {
  taker = take;
  const first = waiting;
  waiting = null;
  if (first !== null) take(first);
  return () => {
    if (taker === take) taker = null;
  };
}
