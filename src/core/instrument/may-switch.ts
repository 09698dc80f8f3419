/** Which loops get an unrecorded twin. */
import type { AnyNode } from 'acorn';
import { isElement } from './accesses';
import { featuresOf, HAS } from './features';
import { isIteration } from './loop-parts';
import { childrenOf, type LoopNode } from './parse';
import { mayBeView } from './patterns';

/**
 * Whether a loop may go on in a twin. Its text is then there twice, so it must hold nothing that is known by where it
 * stands (functions and classes, which may also close over the variables of a turn, and tagged templates), and nothing
 * that stops half-way.
 */
export function maySwitch(node: LoopNode): boolean {
  const reads = node.type === 'ForOfStatement' && mayBeView(node.right);
  const touches = reads || hasElement(isIteration(node) ? node.body : node);
  const text = isIteration(node) ? node.body : node;
  const awaits = node.type === 'ForOfStatement' && node.await;
  return touches && !awaits && (featuresOf(text) & ANCHORS) === 0;
}

const ANCHORS = HAS.pause | HAS.closure | HAS.eval | HAS.template | HAS.with;

function hasElement(node: AnyNode): boolean {
  return isElement(node) || childrenOf(node).some(hasElement);
}
