/** Progress as it might be, from a seed: for laws that must hold whatever a reader did. */
import { STATES, type PartKind, type Progress } from './progress';

/** Small numbers in a fixed order (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Few names and few numbers, so that two of them often speak of the same. */
export function randomProgress(random: (below: number) => number): Progress {
  const lessons: Record<string, Record<string, string>> = {};
  for (let marks = random(8); marks > 0; marks -= 1) {
    const kind = (['section', 'quiz', 'exercise'] as const)[random(3)] as PartKind;
    const states = STATES[kind];
    const lesson = (lessons[['views', 'signed', 'text'][random(3)] ?? ''] ??= {});
    lesson[`${kind}:${'abc'[random(3)] ?? ''}`] = states[random(states.length)] ?? '';
  }
  return {
    v: 1,
    resets: random(3),
    lessons: lessons as Progress['lessons'],
    place:
      random(3) === 0
        ? null
        : {
            lesson: random(2) ? 'views' : 'signed',
            section: 'abc'[random(3)] ?? '',
            at: random(3),
          },
  };
}
