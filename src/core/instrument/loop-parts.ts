/** The head and the body of a loop, with the guard at the head of the body. */
import type { AnyNode } from 'acorn';
import { counterOf, type Context, type Visit } from './context';
import { uncertain } from './counting';
import { needsLoopGuard } from './guard-needs';
import { block } from './guards';
import { lineOf, type LoopNode } from './parse';
import { printTarget } from './patterns';
import type { Printed } from './printer';
import { within } from './recording';
import { slices, unnamed } from './slices';
import type { Turns } from './turns';

/**
 * How each part of a loop is printed.
 *
 * @param before stands in front of the guard
 * @param turns how the elements that `for…of` reads are told
 */
export function loopParts(
  node: LoopNode,
  context: Context,
  visit: Visit,
  before = '',
  turns: Turns | null = null,
): (child: AnyNode) => Printed {
  const headOf = (child: AnyNode): Context => uncertain(within(context, child));
  return (child) => {
    if (child === node.body)
      return printBody(
        child,
        `${before}${guardOf(node, context)}${turns?.record ?? ''}`,
        context,
        visit,
      );
    if (context.recording === null) return visit(child, context);
    if (isIteration(node)) {
      if (child === node.left && child.type !== 'VariableDeclaration')
        return printTarget(child, headOf(child), visit);
      if (child === node.right && turns !== null)
        return turns.source(unnamed(child, visit(child, headOf(child))));
    }
    if (child.type === 'VariableDeclaration') return printDeclaration(child, headOf(child), visit);
    const discarded = node.type === 'ForStatement' && child !== node.test;
    return visit(child, { ...headOf(child), discarded });
  };
}

export function guardOf(node: LoopNode, { hook }: Context): string {
  const counter = counterOf(hook);
  return needsLoopGuard(node) ? `if(--${counter}<0)${counter}=${hook}.g(${lineOf(node)});` : '';
}

export type Iteration = Extract<LoopNode, { type: 'ForInStatement' | 'ForOfStatement' }>;

export function isIteration(node: LoopNode): node is Iteration {
  return node.type === 'ForInStatement' || node.type === 'ForOfStatement';
}

export function printBody(body: AnyNode, head: string, context: Context, visit: Visit): Printed {
  if (head === '') return visit(body, context);
  return body.type === 'BlockStatement'
    ? block(body, head, context, visit)
    : [`{${head}`, visit(body, uncertain(context)), '}'];
}

/** Without the semicolon that a declaration of its own gets. */
function printDeclaration(node: AnyNode, context: Context, visit: Visit): Printed {
  return slices(node, (child) => visit(child, context));
}
