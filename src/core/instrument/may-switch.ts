/** Which loops get an unrecorded twin. */
import type { AnyNode } from 'acorn';
import { isElement } from './accesses';
import { isIteration } from './loop-parts';
import { childrenOf, isFunction, type LoopNode } from './parse';
import { mayBeView } from './patterns';

/**
 * Whether a loop may go on in a twin. Its text is then there twice, so it must hold nothing that is known by where it
 * stands (functions and classes, which may also close over the variables of a turn, and tagged templates), and nothing
 * that stops half-way.
 */
export function maySwitch(node: LoopNode): boolean {
  const reads = node.type === 'ForOfStatement' && mayBeView(node.right);
  const touches = reads || hasElement(isIteration(node) ? node.body : node);
  return touches && !hasAnchor(isIteration(node) ? node.body : node) && !isAwaiting(node);
}

function isAwaiting(node: LoopNode): boolean {
  return node.type === 'ForOfStatement' && node.await;
}

function hasElement(node: AnyNode): boolean {
  return isElement(node) || childrenOf(node).some(hasElement);
}

const ANCHORS: ReadonlySet<string> = new Set([
  'ClassDeclaration',
  'ClassExpression',
  'TaggedTemplateExpression',
  'YieldExpression',
  'AwaitExpression',
  'WithStatement',
]);

function hasAnchor(node: AnyNode): boolean {
  return (
    isFunction(node) ||
    ANCHORS.has(node.type) ||
    (node.type === 'ForOfStatement' && node.await) ||
    (node.type === 'Identifier' && node.name === 'eval') ||
    childrenOf(node).some(hasAnchor)
  );
}
