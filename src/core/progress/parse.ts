/** Progress as it comes from storage or a file: nothing of it is believed before it has been looked at. */
import {
  isName,
  STATES,
  type LessonProgress,
  type PartKind,
  type Place,
  type Progress,
} from './progress';

/** What should have been there. */
export type Expected =
  | 'json'
  | 'format'
  | 'object'
  | 'version'
  | 'count'
  | 'name'
  | 'part'
  | 'state'
  | 'time'
  | 'fewer'
  | 'key'
  | 'text';

export interface Mistake {
  /** `lessons.views.section:pitfalls`; empty for the whole. */
  readonly at: string;
  readonly expected: Expected;
  /** The beginning of what was found, as JSON. */
  readonly found: string;
}

export type Parsed<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'mistake'; readonly mistake: Mistake };

/** Far above what any course has; below what could make a page slow. */
const MOST_LESSONS = 500;
const MOST_PARTS = 500;

export function parseProgressText(text: string): Parsed<Progress> {
  return parseJson(text, (value) => readProgress(value, ''));
}

/** Parses JSON and reads it by `read`, which refuses by `refuse`. */
export function parseJson<T>(text: string, read: (value: unknown) => T): Parsed<T> {
  try {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      refuse('', 'json', text);
    }
    return { kind: 'ok', value: read(value) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'mistake', mistake: error.mistake };
    throw error;
  }
}

class Refused extends Error {
  readonly mistake: Mistake;
  constructor(mistake: Mistake) {
    super(mistake.expected);
    this.mistake = mistake;
  }
}

export function refuse(at: string, expected: Expected, found: unknown): never {
  const text = jsonOf(found) ?? 'nothing';
  throw new Refused({ at, expected, found: text.length > 60 ? `${text.slice(0, 60)}…` : text });
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack goes, which JSON.parse does not mind.
    return Array.isArray(value) ? '[…' : '{…';
  }
}

/** Reads progress that stands at `at` (in a message). Refuses what is none, and leaves out fields it does not know. */
export function readProgress(value: unknown, at: string): Progress {
  const { v, resets, lessons, place } = readObject(value, at);
  const under = (name: string) => (at === '' ? name : `${at}.${name}`);
  if (v !== 1) refuse(under('v'), 'version', v);
  if (!isCount(resets)) refuse(under('resets'), 'count', resets);
  return {
    v: 1,
    resets,
    lessons: readRecord(lessons, under('lessons'), MOST_LESSONS, (name, parts, where) => {
      if (!isName(name)) refuse(where, 'name', name);
      return readParts(parts, where);
    }),
    place: place === null ? null : readPlace(place, under('place')),
  };
}

const readParts = (value: unknown, at: string): LessonProgress =>
  readRecord(value, at, MOST_PARTS, (key, state, where) => {
    const [kind = '', ...rest] = key.split(':');
    if (!Object.hasOwn(STATES, kind) || !isName(rest.join(':'))) refuse(where, 'part', key);
    const known = STATES[kind as PartKind].find((each) => each === state);
    return known ?? refuse(where, 'state', state);
  });

function readPlace(value: unknown, at: string): Place {
  const { lesson, section, at: time } = readObject(value, at);
  if (typeof lesson !== 'string' || !isName(lesson)) refuse(`${at}.lesson`, 'name', lesson);
  if (typeof section !== 'string' || !(section === '' || isName(section)))
    refuse(`${at}.section`, 'name', section);
  if (!isCount(time)) refuse(`${at}.at`, 'time', time);
  return { lesson, section, at: time };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

export function readObject(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(at, 'object', value);
  return value as Record<string, unknown>;
}

/** Every field of an object by `read`; a new object, so that nothing comes along that was not looked at. */
export function readRecord<T>(
  value: unknown,
  at: string,
  most: number,
  read: (name: string, value: unknown, at: string) => T,
): Readonly<Record<string, T>> {
  const entries = Object.entries(readObject(value, at));
  if (entries.length > most) refuse(at, 'fewer', entries.length);
  return Object.fromEntries(
    entries.map(([name, each]) => [name, read(name, each, `${at}.${name}`)]),
  );
}
