/** Progress as one file, with the reader's own code and answers, to be kept or taken to another device. */
import { parseJson, readObject, readProgress, readRecord, refuse, type Parsed } from './parse';
import { formatProgress, type Progress } from './progress';

export const COPY_FORMAT = 'bytescope-progress';

/** Longest file that is read: more than a copy of a full localStorage has (5 Mi UTF-16 units, up to three bytes each). */
export const MOST_COPY_BYTES = 20_000_000;
/** Longest text of one key, which all of localStorage may be, and the most keys. */
const MOST_TEXT = 5 * 1024 * 1024;
const MOST_TEXTS = 2000;

const ANSWERS = 'bytescope:quiz:';
/** Keys of localStorage that travel too: who writes them reads them again with care, since anything may stand there. */
const KEPT_PREFIXES = ['bytescope:draft:', 'bytescope:attempts:', ANSWERS] as const;

/** Whether a key holds a reader's work. What was set aside as unreadable stays where it is. */
export const isKept = (key: string): boolean =>
  key.length <= 200 &&
  KEPT_PREFIXES.some((prefix) => key.startsWith(prefix)) &&
  !key.includes(':unreadable:');

/** Whether a key holds an answer to a question, which a reset empties too. */
export const isAnswer = (key: string): boolean => key.startsWith(ANSWERS);

export interface Copy {
  readonly progress: Progress;
  /** By key of localStorage: edits, attempts and answers. */
  readonly kept: Readonly<Record<string, string>>;
}

export function formatCopy({ progress, kept }: Copy, now: Date): string {
  const copy = {
    format: COPY_FORMAT,
    v: 1,
    exportedAt: now.toISOString(),
    progress: JSON.parse(formatProgress(progress)) as unknown,
    kept,
  };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

export function parseCopy(text: string): Parsed<Copy> {
  return parseJson(text, (value) => {
    const { format, v, progress, kept } = readObject(value, '');
    if (format !== COPY_FORMAT) refuse('format', 'format', format);
    if (v !== 1) refuse('v', 'version', v);
    return {
      progress: readProgress(progress, 'progress'),
      kept: readRecord(kept, 'kept', MOST_TEXTS, (key, each, at) => {
        if (!isKept(key)) refuse(at, 'key', key);
        if (typeof each !== 'string' || each.length > MOST_TEXT) refuse(at, 'text', each);
        return each;
      }),
    };
  });
}

/** `bytescope-progress-2026-11-25.json`, by the reader's calendar. */
export function copyName(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${COPY_FORMAT}-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
}
