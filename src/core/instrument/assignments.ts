/** What gives variables and patterns their values: declarations, assignments, defaults. */
import type { AnyNode } from 'acorn';
import type { Context, Visit } from './context';
import { interrupted, uncertain } from './counting';
import { printSource, printTarget } from './patterns';
import type { Printed } from './printer';
import { inner, printChildren, slices } from './slices';
import { printStore } from './stores';

/** Prints `value` knowing that it goes to the variable `target`, if that is one. */
export function printNamedValue(
  node: AnyNode,
  target: AnyNode,
  value: AnyNode | null | undefined,
  context: Context,
  visit: Visit,
): Printed {
  const own = inner(context);
  const name = target.type === 'Identifier' ? target.name : null;
  if (!value || name !== null)
    return slices(node, (child) => visit(child, child === value ? { ...own, name } : own));
  // A pattern's own expressions are evaluated behind the value.
  const source = printSource(target, value, visit(value, own), own);
  interrupted(context);
  return slices(node, (child) => (child === value ? source : visit(child, uncertain(own))));
}

export function printAssignment(
  node: Extract<AnyNode, { type: 'AssignmentExpression' }>,
  context: Context,
  visit: Visit,
): Printed {
  const { left, right, operator } = node;
  const stored = printStore(node, context, visit);
  if (stored !== null) return stored;
  if (
    context.recording !== null &&
    (left.type === 'ArrayPattern' || left.type === 'ObjectPattern')
  ) {
    const own = inner(context);
    const source = printSource(left, right, visit(right, own), own);
    interrupted(context);
    return slices(node, (child) =>
      child === left ? printTarget(left, uncertain(own), visit) : source,
    );
  }
  if (operator === '=') return printNamedValue(node, left, right, context, visit);
  return isLogical(operator)
    ? printNamedValue(node, left, right, uncertain(context), visit)
    : printChildren(node, context, visit);
}

/** Operators that put the right side's own value into the variable, if they evaluate it. */
function isLogical(operator: string): boolean {
  return operator === '??=' || operator === '||=' || operator === '&&=';
}
