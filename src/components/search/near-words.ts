/** Which words of the course are written like one that is not found. */

/** Letters as they are typed: a Hangul syllable counts as its two or three, so that one wrong key is one change. */
const letters = (word: string) => Array.from(word.normalize('NFD').toLowerCase());

/** Letters changed, added or left out, up to `most`; `most + 1` for anything beyond. */
export function editDistance(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return Math.min(row.at(-1) ?? 0, most + 1);
}

/** The nearest first, at most `count`; none for a word that is like no other. */
export function nearWords(typed: string, words: readonly string[], count = 3): readonly string[] {
  const own = letters(typed.trim());
  const most = Math.max(1, Math.floor(own.length / 3));
  return words
    .map((word) => ({ word, distance: editDistance(own, letters(word), most) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ word }) => word);
}
