/**
 * The map of the course: chapters in order, and in each the lessons it will have once all are written. A lesson whose
 * folder exists takes its title and reading time from its own frontmatter; the others stand here as planned.
 * A folder whose slug is not on this map works too: its frontmatter then says chapter and order.
 */
import type { Texts } from '../i18n/locale';

export interface Chapter {
  readonly id: string;
  readonly text: Texts<{ readonly title: string; readonly about: string }>;
  readonly lessons: readonly PlannedLesson[];
}

export interface PlannedLesson {
  readonly slug: string;
  readonly title: Texts<string>;
  /** Reading time in minutes, exercises included. */
  readonly minutes: number;
}

const lesson = (slug: string, title: string, minutes = 25): PlannedLesson => ({
  slug,
  title: { en: title },
  minutes,
});

export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'containers',
    text: { en: { title: 'Containers', about: 'What holds bytes, and what lets you read them.' } },
    lessons: [
      lesson('blob', 'Blob and File: sealed bags'),
      lesson('views', 'ArrayBuffer and its views'),
      lesson('copies', 'Copies, windows and lifetimes'),
    ],
  },
  {
    id: 'numbers',
    text: {
      en: { title: 'Numbers', about: 'How eight bits come to mean −2, or 0.1, or nothing.' },
    },
    lessons: [
      lesson('signed', 'Signed and unsigned'),
      lesson('floats', 'Beyond 32 bits and behind the point'),
    ],
  },
  {
    id: 'order',
    text: { en: { title: 'Order', about: 'Which byte comes first, and who decides.' } },
    lessons: [
      lesson('endianness', 'Endianness'),
      lesson('text', 'Text, hex, base64 and protocols'),
    ],
  },
  {
    id: 'files',
    text: { en: { title: 'Files', about: 'Headers you can read, uploads that survive.' } },
    lessons: [
      lesson('headers', 'Read PNG, write BMP and WAV', 60),
      lesson('upload', 'A chunked upload that survives', 60),
    ],
  },
  {
    id: 'pixels',
    text: { en: { title: 'Pixels', about: 'A picture you can loop over.' } },
    lessons: [
      lesson('pixels', 'From bytes to pixels'),
      lesson('pipeline', 'An effects pipeline and its speed', 60),
    ],
  },
  {
    id: 'video',
    text: { en: { title: 'Video', about: 'Elements, clusters and a player of your own.' } },
    lessons: [
      lesson('webm', 'Inside a WebM file'),
      lesson('mse', 'MediaSource, step by step'),
      lesson('player', 'A player with seek and eviction', 60),
    ],
  },
];

export const PLANNED_LESSONS: readonly PlannedLesson[] = CHAPTERS.flatMap(
  (chapter) => chapter.lessons,
);

/** What a written lesson says of itself; the part of its frontmatter that the map needs. */
export interface WrittenLesson {
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  readonly chapter?: string | undefined;
  readonly order?: number | undefined;
}

/** A lesson's place on the map: written (it has a page) or planned (it has a card, and no link). */
export interface LessonPlace {
  readonly kind: 'written' | 'planned';
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  readonly chapter: Chapter;
  /** 1-based place among all lessons, planned ones included. */
  readonly number: number;
}

/**
 * Puts written lessons on the map. A lesson that is on it keeps its place there unless its frontmatter says another
 * chapter; one that is not goes to the chapter it names, at `order` (its 1-based place in that chapter; last without).
 */
export function layOut(
  written: readonly WrittenLesson[],
  titleOf: (planned: PlannedLesson) => string = (planned) => planned.title.en,
): readonly LessonPlace[] {
  const bySlug = new Map(written.map((entry) => [entry.slug, entry]));
  const places: LessonPlace[] = [];
  for (const chapter of CHAPTERS) {
    const row: Omit<LessonPlace, 'number'>[] = [];
    for (const planned of chapter.lessons) {
      const own = bySlug.get(planned.slug);
      if (own?.chapter !== undefined && own.chapter !== chapter.id) continue;
      row.push({
        kind: own ? 'written' : 'planned',
        slug: planned.slug,
        title: own?.title ?? titleOf(planned),
        minutes: own?.minutes ?? planned.minutes,
        chapter,
      });
    }
    const moved = written.filter(
      (entry) =>
        entry.chapter === chapter.id &&
        !chapter.lessons.some((planned) => planned.slug === entry.slug),
    );
    for (const entry of moved.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity))) {
      const at = entry.order === undefined ? row.length : entry.order - 1;
      row.splice(at, 0, {
        kind: 'written',
        slug: entry.slug,
        title: entry.title,
        minutes: entry.minutes,
        chapter,
      });
    }
    for (const place of row) places.push({ ...place, number: places.length + 1 });
  }
  return places;
}

/** The written lessons before and after one, where there are any. */
export function neighbours(
  places: readonly LessonPlace[],
  slug: string,
): { readonly previous: LessonPlace | null; readonly next: LessonPlace | null } {
  const written = places.filter((place) => place.kind === 'written');
  const at = written.findIndex((place) => place.slug === slug);
  return {
    previous: at > 0 ? (written[at - 1] ?? null) : null,
    next: at >= 0 ? (written[at + 1] ?? null) : null,
  };
}
