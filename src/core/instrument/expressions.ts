/** Expressions that need a word, but no room of their own. */
import type { AnyNode } from 'acorn';
import { printPlainMember } from './accesses';
import type { Context, Visit } from './context';
import { uncertain } from './counting';
import type { Printed } from './printer';
import { inner, printChildren, slice, slices } from './slices';

/** Either branch may give the value, and the variable that it goes to. */
export function printConditional(
  node: Extract<AnyNode, { type: 'ConditionalExpression' | 'LogicalExpression' }>,
  context: Context,
  visit: Visit,
): Printed {
  const value = valued(context);
  return slices(node, (child) => {
    if (node.type === 'ConditionalExpression' && child === node.test)
      return visit(child, inner(context));
    const always = node.type === 'LogicalExpression' && child === node.left;
    return visit(child, always ? value : uncertain(value));
  });
}

/** The same context for a value that somebody takes. */
function valued(context: Context): Context {
  return context.discarded || context.reference
    ? { ...context, discarded: false, reference: false }
    : context;
}

/** What `delete` is given stays a reference to the very property. */
export function printUnary(
  node: Extract<AnyNode, { type: 'UnaryExpression' }>,
  context: Context,
  visit: Visit,
): Printed {
  const { argument, operator } = node;
  if (operator !== 'delete' || context.recording === null)
    return printChildren(node, context, visit);
  const own: Context = { ...inner(context), reference: true };
  return slices(node, () =>
    argument.type === 'MemberExpression'
      ? printPlainMember(argument, own, visit)
      : visit(argument, own),
  );
}

/** `a<!--b` is a comment in a script and an expression in a module, which is evaluated as a script here. */
export function printBinary(
  node: Extract<AnyNode, { type: 'BinaryExpression' }>,
  context: Context,
  visit: Visit,
): Printed {
  const own = inner(context);
  const { source, goal } = context;
  const apart =
    goal === 'module' && node.operator === '<' && source.startsWith('!--', node.right.start);
  return slices(node, (child) => [apart && child === node.right ? ' ' : '', visit(child, own)]);
}

/** A twin stands on one line, so a line break inside a text is written as an escape there, or was escaped away. */
export function printText(
  node: Extract<AnyNode, { type: 'Literal' | 'TemplateElement' }>,
  { recording, source }: Context,
): Printed {
  if (!recording?.counting) return slice(node.start, node.end);
  const text = source.slice(node.start, node.end);
  return text.replace(/\\(\r\n|[^])|\r\n|[\n\r\u2028\u2029]/g, (found, escaped?: string) => {
    if (escaped !== undefined) return LINE_END.test(escaped) ? '' : found;
    if (found === '\u2028') return '\\u2028';
    return found === '\u2029' ? '\\u2029' : '\\n';
  });
}

const LINE_END = /^(?:\r\n|[\n\r\u2028\u2029])$/;
