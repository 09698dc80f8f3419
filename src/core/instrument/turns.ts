/** The elements that `for…of` reads, one in each turn. */
import type { Context } from './context';
import type { CountedLoop } from './counting';
import type { LoopNode } from './parse';
import { mayBeView } from './patterns';
import type { Printed } from './printer';
import { siteOf, type Recording } from './recording';

export interface Turns {
  /** What is iterated, kept in a temporary. */
  source(printed: Printed): Printed;
  /** What stands at the head of a turn. */
  readonly record: string;
  readonly object: string;
  readonly site: number;
  release(): void;
}

/**
 * `for (const x of ($1=0,$2=list)) { $.E($2,$1++,site); … }`: each turn reads one element.
 *
 * @param loop inside a twin: counts the turns instead
 */
export function turnsOf(
  node: LoopNode,
  { hook }: Context,
  recording: Recording,
  loop: CountedLoop | null = null,
): Turns | null {
  const { temporaries } = recording;
  if (node.type !== 'ForOfStatement' || node.await) return null;
  if (!mayBeView(node.right)) return null;
  const object = temporaries.take();
  const site = siteOf(node.right, { ...recording, statement: node.right });
  if (loop !== null) {
    return {
      source: (printed) => [`(${object}=`, printed, ')'],
      record: countTurn(loop, object, site),
      object,
      site,
      release: () => temporaries.release(object),
    };
  }
  const counter = temporaries.take();
  return {
    source: (printed) => [`(${counter}=0,${object}=`, printed, ')'],
    record: `${hook}.E(${object},${counter}++,${site});`,
    object,
    site,
    release: () => temporaries.release(object, counter),
  };
}

export function countTurn(loop: CountedLoop, object: string, site: number): string {
  const counter = loop.counter(null);
  loop.report(counter, object, site, false);
  return `${counter}++;`;
}
