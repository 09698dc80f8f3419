/** What the last `npm test` found, as scripts/test.mjs wrote it down stage by stage. */
import type { Row } from './page.ts';

export interface StageRun {
  readonly commit: string;
  /** Whether files differed from the commit. */
  readonly changed: boolean;
  /** When the stage ended, as ISO 8601. */
  readonly at: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `5 minutes ago`, `3 hours ago`, `2 days ago` */
export function ageOf(at: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 60_000));
  if (minutes < 120) return `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`;
}

/** `stage`, `passed`, `failed`, `skipped`, `took`, `of commit`, `when`. A run of another commit says nothing of this one. */
export function testRows(runs: Readonly<Record<string, StageRun>>, head: string, now: Date): Row[] {
  return Object.entries(runs).map(([stage, run]) => {
    const missed: string[] = [];
    if (run.failed > 0) missed.push(`${run.failed} failed`);
    if (run.commit !== head) missed.push('of another commit');
    return {
      cells: [
        stage,
        String(run.passed),
        String(run.failed),
        String(run.skipped),
        `${run.seconds.toFixed(0)} s`,
        `${run.commit.slice(0, 7)}${run.changed ? ' with changes' : ''}`,
        ageOf(run.at, now),
      ],
      missed,
    };
  });
}
