/**
 * The snippets and exercises of the lessons, as the playground opens them: an index to search in, and a file for each
 * lesson. Made when the site is built (build/examples.ts), fetched when they are asked for.
 */
import type { SharedProgram } from '../share/shared';

/** What the index says of one. */
export interface ExampleEntry {
  /** `views/create`, `views/exercises/window`: the id of its bench in the lesson. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'snippet' | 'exercise';
  readonly fileName: string;
  /** Names of what its code uses, with spaces between: `DataView setUint16`. To be found by, not to be read. */
  readonly uses: string;
}

export interface ExampleLesson {
  readonly slug: string;
  readonly title: string;
  readonly examples: readonly ExampleEntry[];
}

/** Lessons in the order of the course, examples in the order of the lesson. */
export type ExampleIndex = readonly ExampleLesson[];

/** One lesson's programs, by example id. */
export type ExamplePrograms = Readonly<Record<string, SharedProgram>>;

/** The lesson of an example's id; null when it is none. */
export function lessonOfExample(id: string): string | null {
  return /^([\w-]+)\/(?:exercises\/)?[\w-]+$/.exec(id)?.[1] ?? null;
}

/** Names worth finding an example by: what begins with a capital, and methods that are called. */
export function usedNames(source: string): string {
  const code = source.replace(/\/\/.*$/gm, '');
  const names = code.match(/\b[A-Z]\w{2,}|(?<=\.)[a-z]\w{3,}(?=\()/g) ?? [];
  return [...new Set(names)].join(' ');
}

/** The lessons with the examples in which every word is found, wherever; all of them for no word. */
export function searchExamples(index: ExampleIndex, query: string): ExampleIndex {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return index.flatMap((lesson) => {
    const examples = lesson.examples.filter(({ id, title, fileName, uses }) => {
      const text = `${lesson.title} ${id} ${title} ${fileName} ${uses}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return examples.length === 0 ? [] : [{ ...lesson, examples }];
  });
}
