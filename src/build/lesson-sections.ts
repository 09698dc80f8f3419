/** Sections of one lesson in two languages, paired: progress is the same in both. */

export interface Heading {
  readonly id: string;
  readonly title: string;
}

export interface LessonSection {
  /** The id of the heading in English: what progress knows the section by. */
  readonly part: string;
  /** The id of the heading on the page in this language. */
  readonly id: string;
  readonly title: string;
}

/** The sections of a text, by those of the English one; the mistake to report where they do not pair. */
export function pairSections(
  own: readonly Heading[],
  english: readonly Heading[],
): readonly LessonSection[] | string {
  if (own.length !== english.length)
    return `This text has ${own.length} sections (##), the English one ${english.length}. A section read in one language counts in the other, so give both the same, in the same order.`;
  return own.map(({ id, title }, index) => ({ part: english[index]?.id ?? id, id, title }));
}
