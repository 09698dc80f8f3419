/** Single statements: which text their sites show, and where they end. */
import type { AnyNode } from 'acorn';
import type { Context, Visit } from './context';
import { interrupted, uncertain } from './counting';
import type { Printed } from './printer';
import { within } from './recording';
import { inner, printChildren, slice, slices } from './slices';
import { statements } from './statements';

/**
 * A statement that may end at a line break, which gets its semicolon: what was `a[i]++` before the break has become a
 * call, and calls go on in the next line.
 */
export function ended(node: AnyNode, printed: Printed, context: Context): Printed {
  return context.recording === null || context.source[node.end - 1] === ';'
    ? printed
    : [printed, ';'];
}

export function printExpressionStatement(
  node: Extract<AnyNode, { type: 'ExpressionStatement' }>,
  context: Context,
  visit: Visit,
): Printed {
  const own: Context = { ...within(inner(context), node), discarded: context.recording !== null };
  return ended(
    node,
    slices(node, (child) => visit(child, own)),
    context,
  );
}

export function printSimpleStatement(node: AnyNode, context: Context, visit: Visit): Printed {
  const printed = printChildren(node, within(context, node), visit);
  if (node.type !== 'VariableDeclaration') interrupted(context);
  return ended(node, printed, context);
}

/** `if`, `switch` and `with`: sites in the head show the head's expression. */
export function printCompound(
  node: Extract<AnyNode, { type: 'IfStatement' | 'SwitchStatement' | 'WithStatement' }>,
  context: Context,
  visit: Visit,
): Printed {
  const own = inner(context);
  const head =
    node.type === 'IfStatement'
      ? node.test
      : node.type === 'SwitchStatement'
        ? node.discriminant
        : node.object;
  // Names in the body of `with` may be the object's, and looking them up may run code of its own.
  const rest = node.type === 'WithStatement' ? { ...own, recording: null } : uncertain(own);
  return slices(node, (child) =>
    child === head ? visit(child, within(own, child)) : visit(child, rest),
  );
}

export function printCase(
  node: Extract<AnyNode, { type: 'SwitchCase' }>,
  context: Context,
  visit: Visit,
): Printed {
  const own = inner(context);
  const first = node.consequent[0];
  if (first === undefined) return printChildren(node, context, visit);
  const { test } = node;
  const head: Printed = test
    ? [slice(node.start, test.start), visit(test, uncertain(own)), slice(test.end, first.start)]
    : slice(node.start, first.start);
  return [head, statements(node.consequent, first.start, node.end, '', own, visit)];
}
