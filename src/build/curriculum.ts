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

const lesson = (slug: string, en: string, ko: string, minutes = 25): PlannedLesson => ({
  slug,
  title: { en, ko },
  minutes,
});

export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'containers',
    text: {
      en: { title: 'Containers', about: 'What holds bytes, and what lets you read them.' },
      ko: { title: '담는 것', about: '바이트를 담는 것과, 그것을 읽게 해 주는 것.' },
    },
    lessons: [
      lesson('blob', 'Blob and File: sealed bags', 'Blob과 File: 봉인된 바이트 주머니'),
      lesson('views', 'ArrayBuffer and its views', 'ArrayBuffer와 뷰'),
      lesson('copies', 'Copies, windows and lifetimes', '복사, 창, 수명'),
    ],
  },
  {
    id: 'numbers',
    text: {
      en: { title: 'Numbers', about: 'How eight bits come to mean −2, or 0.1, or nothing.' },
      ko: { title: '수', about: '여덟 비트가 −2나 0.1이 되는, 또는 아무것도 아니게 되는 까닭.' },
    },
    lessons: [
      lesson('signed', 'Signed and unsigned', '부호 있는 수와 부호 없는 수'),
      lesson('floats', 'Beyond 32 bits and behind the point', '32비트를 넘어, 소수점 아래로'),
    ],
  },
  {
    id: 'order',
    text: {
      en: { title: 'Order', about: 'Which byte comes first, and who decides.' },
      ko: { title: '순서', about: '어느 바이트가 먼저 오고, 누가 그것을 정하는가.' },
    },
    lessons: [
      lesson('endianness', 'Endianness', '엔디언'),
      lesson('text', 'Text, hex, base64 and protocols', '텍스트, 16진수, base64, 프로토콜'),
    ],
  },
  {
    id: 'files',
    text: {
      en: { title: 'Files', about: 'Headers you can read, uploads that survive.' },
      ko: { title: '파일', about: '읽을 수 있는 헤더, 끊겨도 이어지는 업로드.' },
    },
    lessons: [
      lesson('headers', 'Read PNG, write BMP and WAV', 'PNG 읽기, BMP와 WAV 쓰기', 60),
      lesson('upload', 'A chunked upload that survives', '끊겨도 이어지는 청크 업로드', 60),
    ],
  },
  {
    id: 'pixels',
    text: {
      en: { title: 'Pixels', about: 'A picture you can loop over.' },
      ko: { title: '픽셀', about: '반복문으로 훑는 그림.' },
    },
    lessons: [
      lesson('pixels', 'From bytes to pixels', '바이트에서 픽셀로'),
      lesson('pipeline', 'An effects pipeline and its speed', '효과 파이프라인과 그 속도', 60),
    ],
  },
  {
    id: 'video',
    text: {
      en: { title: 'Video', about: 'Elements, clusters and a player of your own.' },
      ko: { title: '영상', about: '요소와 클러스터, 그리고 직접 만드는 플레이어.' },
    },
    lessons: [
      lesson('webm', 'Inside a WebM file', 'WebM 파일의 속'),
      lesson('mse', 'MediaSource, step by step', 'MediaSource, 한 단계씩'),
      lesson('player', 'A player with seek and eviction', '탐색하고 비우는 플레이어', 60),
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
