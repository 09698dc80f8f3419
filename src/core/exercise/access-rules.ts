/**
 * Rules on how a call worked: which reads, writes, copies, allocations and views it made. Where the recording had reached
 * its cap the exact totals decide, and where they cannot tell, the rule is not met.
 */
import type { Call, Stretch } from './attempt';
import { countedIn, factsOf, type Fact } from './facts';
import { NO_SPOT, type Finding, type Problem, type Spot } from './feedback';
import {
  allocations,
  changes,
  countedFor,
  isCall,
  isUnheld,
  matches,
  reads,
  views,
  type Pattern,
  type PatternKind,
  type Place,
} from './pattern';

/** A rule on one stretch: a call, or the program. Null when it is met. */
export type Rule<S extends Stretch = Stretch> = (stretch: S) => Finding | null;

type Patterns = readonly Pattern[] | ((call: Call) => readonly Pattern[]);

/**
 * Of all that a call changed (or read, or made, as its patterns say) it did exactly this, each pattern once, in any order.
 *
 * @param options `in`: only what happens in this buffer counts
 */
export function only(patterns: Patterns, options: { readonly in?: Place } = {}): Rule {
  return (stretch) => {
    const wanted = patternsFor(patterns, stretch);
    const concerned = classesOf(wanted).map((pattern) => ({ ...pattern, ...options }));
    const open = [...wanted];
    let count = 0;
    for (const fact of factsOf(stretch)) {
      if (!concerned.some((pattern) => matches(pattern, fact, stretch))) continue;
      count++;
      const at = open.findIndex((pattern) => matches(pattern, fact, stretch));
      if (at < 0) return failed(stretch, 'only', fact, null, count, wanted.length);
      open.splice(at, 1);
    }
    const unknown = unknownIn(concerned, stretch);
    const [missing] = open;
    if (unknown.certain > 0 && count + unknown.certain > wanted.length)
      return failed(stretch, 'only', null, null, count + unknown.certain, wanted.length);
    if (unknown.certain + unknown.perhaps > 0) return capped(stretch);
    return missing === undefined
      ? null
      : failed(stretch, 'only', null, missing, count, wanted.length);
  };
}

/** None of these happened. */
export function none(...patterns: readonly Pattern[]): Rule {
  return (stretch) => {
    for (const fact of factsOf(stretch)) {
      if (patterns.some((pattern) => matches(pattern, fact, stretch)))
        return failed(stretch, 'none', fact, null, 1, 0);
    }
    const unknown = unknownIn(patterns, stretch);
    if (unknown.certain > 0) return failed(stretch, 'none', null, null, unknown.certain, 0);
    return unknown.perhaps > 0 ? capped(stretch) : null;
  };
}

/** This happened at most so many times. */
export function atMost(
  most: number | ((call: Call) => number),
  pattern: Pattern | ((call: Call) => Pattern),
): Rule {
  return (stretch) => {
    const limit = typeof most === 'number' ? most : isCall(stretch) ? most(stretch) : 0;
    const [wanted] = patternsFor(
      typeof pattern === 'function' ? (call) => [pattern(call)] : [pattern],
      stretch,
    );
    if (wanted === undefined) return null;
    let count = 0;
    let over: Fact | null = null;
    for (const fact of factsOf(stretch)) {
      if (!matches(wanted, fact, stretch)) continue;
      count++;
      if (count === limit + 1) over = fact;
    }
    const { certain, perhaps } = unknownIn([wanted], stretch);
    if (count + certain > limit)
      return failed(stretch, 'at-most', over, null, count + certain, limit);
    return count + certain + perhaps > limit ? capped(stretch) : null;
  };
}

/** These happened one after the other, with anything between them. */
export function inOrder(patterns: Patterns): Rule {
  return (stretch) => {
    const wanted = patternsFor(patterns, stretch);
    let next = 0;
    for (const fact of factsOf(stretch)) {
      const pattern = wanted[next];
      if (pattern === undefined) return null;
      if (matches(pattern, fact, stretch)) next++;
    }
    const missing = wanted[next];
    if (missing === undefined) return null;
    const { certain, perhaps } = unknownIn([missing], stretch);
    if (certain + perhaps > 0) return capped(stretch);
    return failed(stretch, 'in-order', null, missing, next, wanted.length);
  };
}

function patternsFor(patterns: Patterns, stretch: Stretch): readonly Pattern[] {
  if (typeof patterns !== 'function') return patterns;
  if (isCall(stretch)) return patterns(stretch);
  throw new TypeError('Patterns that depend on a call cannot be asked of the program itself.');
}

const CLASSES: Partial<Record<PatternKind, Pattern>> = {
  read: reads(),
  write: changes(),
  copy: changes(),
  change: changes(),
  host: changes(),
  resize: changes(),
  alloc: allocations(),
  view: views(),
};

/** All that `only` has an opinion on, by what its patterns speak of. Without patterns, all changes. */
function classesOf(patterns: readonly Pattern[]): readonly Pattern[] {
  if (patterns.length === 0) return [changes()];
  return [...new Set(patterns.map(({ kind }) => CLASSES[kind] ?? { kind }))];
}

/** What a stretch did that was only counted, or happened in buffers that are not held. */
function unknownIn(
  patterns: readonly Pattern[],
  stretch: Stretch,
): { readonly certain: number; readonly perhaps: number } {
  const counted = countedIn(stretch);
  const omitted = stretch.to.omitted - stretch.from.omitted;
  let certain = 0;
  let perhaps = 0;
  for (const pattern of patterns) {
    const count = countedFor(pattern, counted, stretch);
    certain += count.certain;
    perhaps += isUnheld(pattern.in, stretch) ? Infinity : count.perhaps;
    if (omitted === 0 || pattern.in !== undefined) continue;
    if (pattern.kind === 'alloc' && pattern.byteLength === undefined) certain += omitted;
    else perhaps += omitted;
  }
  return { certain, perhaps };
}

function failed(
  stretch: Stretch,
  rule: Extract<Problem, { kind: 'access' }>['rule'],
  extra: Fact | null,
  missing: Pattern | null,
  count: number,
  most: number,
): Finding {
  return finding(stretch, { kind: 'access', rule, extra, missing, count, most }, spotOf(extra));
}

const capped = (stretch: Stretch): Finding => finding(stretch, { kind: 'capped' });

function finding(stretch: Stretch, problem: Problem, spot: Spot = NO_SPOT): Finding {
  return { problem, call: isCall(stretch) ? stretch : null, spot };
}

function spotOf(fact: Fact | null): Spot {
  if (fact === null) return NO_SPOT;
  if (fact.kind !== 'step') {
    const byteOffset = fact.kind === 'view' ? fact.byteOffset : 0;
    return { line: fact.line, step: null, bufferId: fact.bufferId, byteOffset };
  }
  const { step, bufferId, range } = fact.step;
  return { line: fact.line, step, bufferId, byteOffset: range.start };
}
