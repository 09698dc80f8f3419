/** What Lighthouse's scores say when one is too low: which, by how much, and what took the points. */

/** Every category has to reach it. */
export const LOWEST = 95;

export interface Score {
  readonly name: string;
  /** Of 100. */
  readonly score: number;
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string | undefined;
}

/** `Under 95: performance 88 (7 short).` */
export function shortfall(missed: readonly Score[]): string {
  const each = missed.map(({ name, score }) => `${name} ${score} (${LOWEST - score} short)`);
  return `Under ${LOWEST}: ${each.join(', ')}.`;
}

/** A line for each audit that cost a category points, the dearest first. What has no weight or no score costs none. */
export function lostPoints(
  refs: readonly AuditRef[],
  audits: Readonly<Record<string, Audit>>,
): string[] {
  const total = refs.reduce((sum, { weight }) => sum + weight, 0);
  return refs
    .flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || audit.score === null || audit.score === 1 || weight === 0) return [];
      return [{ id, audit, points: ((1 - audit.score) * weight * 100) / total }];
    })
    .sort((one, other) => other.points - one.points)
    .map(({ id, audit: { title, displayValue }, points }) => {
      const value = displayValue === undefined ? '' : `, ${displayValue}`;
      return `  ${id} costs ${points.toFixed(1)} points: ${title}${value}`;
    });
}
