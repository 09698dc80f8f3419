/** The size budget (size-budget.json): what each part may weigh, how far it may grow unseen, and why. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PHASES, type Measured, type Phase } from './measure-size.ts';
import { root } from './run.mjs';

export interface Allowance {
  readonly why: string;
  /** Never more than this, in bytes; null where only growth is watched. */
  readonly ceiling: number | null;
  /** What it weighed when this was last written, in bytes. */
  readonly expected: number;
  /** How many percent more than expected pass without a word. */
  readonly tolerancePercent: number;
}
export type Budget = Readonly<Record<Phase, Allowance>>;

export const budgetFile = path.join(root, 'size-budget.json');

export function readBudget(): Budget {
  return JSON.parse(readFileSync(budgetFile, 'utf8')) as Budget;
}

/** A sentence for each part that is over its budget. */
export function findOverweight(budget: Budget, bytes: Measured['bytes']): string[] {
  return PHASES.flatMap((phase) => {
    const { ceiling, expected, tolerancePercent, why } = budget[phase];
    const now = bytes[phase];
    const grown = expected * (1 + tolerancePercent / 100);
    if (ceiling !== null && now > ceiling) {
      return [`${phase} weighs ${now} bytes; ${ceiling} are allowed. ${why}`];
    }
    if (now > grown) {
      return [
        `${phase} grew from ${expected} to ${now} bytes (over ${tolerancePercent} %). ${why} ` +
          'If it is worth it: npm run check:size -- --update',
      ];
    }
    return [];
  });
}
