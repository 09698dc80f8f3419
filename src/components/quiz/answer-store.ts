/** What a reader answered, as this device keeps it: one entry for each question, so that two tabs do not undo each other. */
export interface KeptAnswer {
  /** The texts of the fields. */
  readonly typed: readonly string[];
  /** Whether the answer was shown before it was found. */
  readonly seen: boolean;
}

export const ANSWER_KEY = 'bytescope:quiz:';

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The kept answer to a question with so many fields; null for none, and for what is none that this code can read. */
export function readKept(storage: Storage, id: string, fields: number): KeptAnswer | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(ANSWER_KEY + id) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { v, typed, seen } = value as Record<string, unknown>;
    if (v !== 1 || typeof seen !== 'boolean' || !Array.isArray(typed)) return null;
    const texts = typed.filter((text) => typeof text === 'string' && text.length <= LONGEST);
    // A question that has changed since then has other fields.
    if (texts.length !== typed.length || texts.length !== fields) return null;
    return { typed: texts as string[], seen };
  } catch {
    return null;
  }
}

/** Texts longer than this are none that a reader typed. */
const LONGEST = 200;

/** Keeps an answer, or forgets it. Storage may be full or forbidden: then the answer holds for this page. */
export function keep(storage: Storage, id: string, answer: KeptAnswer | null): void {
  try {
    if (answer === null) storage.removeItem(ANSWER_KEY + id);
    else storage.setItem(ANSWER_KEY + id, JSON.stringify({ v: 1, ...answer }));
  } catch {
    // Nothing to do about it, and nothing is lost but the memory of it.
  }
}
