/** The head and the body of a loop, with its guard. */
import type { AnyNode } from 'acorn';
import { counterOf, type Context, type Visit } from './context';
import { uncertain } from './counting';
import { askOf, needsLoopGuard } from './guard-needs';
import { block } from './guards';
import type { LoopNode } from './parse';
import { printTarget } from './patterns';
import type { Printed } from './printer';
import { within } from './recording';
import { slice, slices, unnamed } from './slices';
import { entryOf, isStrippable, printStrip, stripOf, type Strip } from './strips';
import type { Turns } from './turns';

/**
 * A loop with its labels and its guard.
 *
 * @param whole the loop with its labels
 * @param turns how the elements that `for…of` reads are told
 */
export function printGuarded(
  node: LoopNode,
  whole: AnyNode,
  context: Context,
  visit: Visit,
  turns: Turns | null = null,
  strip: Strip | null = stripOf(node, context),
): Printed {
  if (strip === null || !isStrippable(node)) {
    const parts = loopParts(node, context, visit, guardOf(node, context), turns);
    const { head, tail } = entryOf(node, context);
    return [head, slice(whole.start, node.start), slices(node, parts), tail];
  }
  return printStrip(node, whole, strip, context.source, loopParts(node, context, visit));
}

/**
 * How each part of a loop is printed.
 *
 * @param head stands at the head of its body
 * @param turns how the elements that `for…of` reads are told
 */
export function loopParts(
  node: LoopNode,
  context: Context,
  visit: Visit,
  head = '',
  turns: Turns | null = null,
): (child: AnyNode) => Printed {
  const headOf = (child: AnyNode): Context => uncertain(within(context, child));
  return (child) => {
    if (child === node.body)
      return printBody(child, `${head}${turns?.record ?? ''}`, context, visit);
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

/** The guard at the head of a loop's body. */
export function guardOf(node: LoopNode, { hook }: Context): string {
  const counter = counterOf(hook);
  return needsLoopGuard(node) ? `if(--${counter}<1)${counter}=${askOf(node, hook)};` : '';
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
