/**
 * What localStorage holds of one of the reader's programs: its name, what it began as, and how it runs. The text as the
 * reader has edited it is a draft of the bench (bench/draft-slot.ts), which knows what two tabs do to it.
 */
import type { Control } from '../../core/controls/control';
import type { SharedProgram } from '../../core/share/shared';
import type { Goal, RealmKind } from '../../core/trace/run';
import { isTime } from '../bench/shelf';

/** What the reader has set by hand; null is chosen by what the code uses. */
export interface Choices {
  readonly realm: RealmKind | null;
  readonly goal: Goal | null;
  readonly lab: 'none' | 'server' | 'page' | null;
}

export const BY_THE_CODE: Choices = { realm: null, goal: null, lab: null };

export interface KeptProgram {
  readonly v: 1;
  readonly name: string;
  /** Its source is what Reset goes back to; its realm, goal and lab are those of the last time it was open. */
  readonly program: SharedProgram;
  readonly chosen: Choices;
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
  /** Thrown away at that time, and there until the reader wants it gone for good; null while it is not. */
  readonly deletedAt: number | null;
}

/** The program a stored text stands for, or null when it is none that this code can read. */
export function parseKeptProgram(text: string): KeptProgram | null {
  try {
    const value: unknown = JSON.parse(text);
    return isKeptProgram(value) ? value : null;
  } catch {
    return null;
  }
}

function isKeptProgram(value: unknown): value is KeptProgram {
  if (!isRecord(value)) return false;
  const { v, name, program, chosen, keptAt, deletedAt } = value;
  return (
    v === 1 &&
    typeof name === 'string' &&
    isProgram(program) &&
    isChoices(chosen) &&
    isTime(keptAt) &&
    (deletedAt === null || isTime(deletedAt))
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

export const isRealm = (value: unknown): value is RealmKind =>
  value === 'worker' || value === 'page';
export const isGoal = (value: unknown): value is Goal => value === 'module' || value === 'script';
const isLab = (value: unknown) => value === null || value === 'server' || value === 'page';

/** Also of an example, which is this site's own (examples.ts). */
export function isProgram(value: unknown): value is SharedProgram {
  if (!isRecord(value)) return false;
  const { fileName, source, realm, goal, html, controls, lab, serverHalf, from } = value;
  return (
    typeof fileName === 'string' &&
    typeof source === 'string' &&
    isRealm(realm) &&
    isGoal(goal) &&
    isTextOrNull(html) &&
    Array.isArray(controls) &&
    controls.every(isControl) &&
    isLab(lab) &&
    (serverHalf === null ||
      (isRecord(serverHalf) &&
        typeof serverHalf['fileName'] === 'string' &&
        typeof serverHalf['source'] === 'string')) &&
    isTextOrNull(from)
  );
}

function isChoices(value: unknown): value is Choices {
  if (!isRecord(value)) return false;
  const { realm, goal, lab } = value;
  return (
    (realm === null || isRealm(realm)) &&
    (goal === null || isGoal(goal)) &&
    (lab === 'none' || isLab(lab))
  );
}

function isControl(value: unknown): value is Control {
  if (!isRecord(value) || typeof value['name'] !== 'string') return false;
  const { kind, min, max, value: begins, options } = value;
  switch (kind) {
    case 'range':
      return [min, max, begins].every((each) => typeof each === 'number');
    case 'toggle':
      return typeof begins === 'boolean';
    case 'select':
      return (
        typeof begins === 'string' &&
        Array.isArray(options) &&
        options.every((each) => isRecord(each) && typeof each['value'] === 'string')
      );
    case 'button':
    case 'file':
      return true;
    default:
      return false;
  }
}
