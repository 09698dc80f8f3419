/** What Lighthouse's scores say when one is too low: which, by how much, and what took the points. */

/** What each category has to reach. Performance is timed, so it has some room; the others depend on the page alone. */
const LOWEST: Readonly<Record<string, number>> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

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

/** A category that is not known here has to be without fault. */
const lowest = (name: string): number => LOWEST[name] ?? 100;

export const missedScores = (scores: readonly Score[]): Score[] =>
  scores.filter(({ name, score }) => score < lowest(name));

/** `Too low: performance 88 of 95, seo 99 of 100.` */
export function shortfall(missed: readonly Score[]): string {
  const each = missed.map(({ name, score }) => `${name} ${score} of ${lowest(name)}`);
  return `Too low: ${each.join(', ')}.`;
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
