/** What a stretch of the program contains, found out once for each node and kept there. */
import type { AnyNode } from 'acorn';
import { childrenOf, isFunction, remembered } from './parse';

/** Bits of `featuresOf`. */
export const HAS = {
  /** A call, or what may be as slow as one; those inside a function are the function's own. */
  call: 1,
  /** `yield`, `await`, `for await`, likewise. */
  pause: 2,
  /** A function or a class, which may keep the variables around it. */
  closure: 4,
  /** `eval`, which may do anything. */
  eval: 8,
  /** What is known by where it stands in the text: the strings of a tagged template. */
  template: 16,
  with: 32,
} as const;

const OWN = HAS.call | HAS.pause;

const BITS: Readonly<Record<string, number>> = {
  CallExpression: HAS.call,
  NewExpression: HAS.call,
  SpreadElement: HAS.call,
  ImportExpression: HAS.call,
  TaggedTemplateExpression: HAS.call | HAS.template,
  AwaitExpression: HAS.call | HAS.pause,
  YieldExpression: HAS.call | HAS.pause,
  ClassDeclaration: HAS.closure,
  ClassExpression: HAS.closure,
  WithStatement: HAS.with,
};

function ownBits(node: AnyNode): number {
  if (isFunction(node)) return HAS.closure;
  if (node.type === 'Identifier') return node.name === 'eval' ? HAS.eval : 0;
  if (node.type === 'ForOfStatement') return node.await ? HAS.pause : 0;
  return BITS[node.type] ?? 0;
}

/** What `node` is and holds, as bits of `HAS`. */
export const featuresOf = remembered((node) => {
  let bits = 0;
  for (const child of childrenOf(node)) bits |= featuresOf(child);
  return (isFunction(node) ? bits & ~OWN : bits) | ownBits(node);
});
