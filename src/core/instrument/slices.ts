/** The default way to print a node: its own text with its children printed in place. */
import type { AnyNode } from 'acorn';
import type { Context, Visit } from './context';
import { childrenOf } from './parse';
import { LINE_BREAK, type Printed, type Slice } from './printer';

export const slice = (start: number, end: number): Slice => ({ start, end });

/** Prints `node` from its source, with every child printed by `printChild`. */
export function slices(node: AnyNode, printChild: (child: AnyNode) => Printed): Printed {
  return stretch(childrenOf(node), node.start, node.end, printChild);
}

/** Prints `node` from its source, with every child an ordinary expression or statement of its own. */
export function printChildren(node: AnyNode, context: Context, visit: Visit): Printed {
  const own = inner(context);
  return slices(node, (child) => visit(child, own));
}

/** The source from `from` to `to`, with the nodes in it printed by `printChild`. */
export function stretch(
  nodes: readonly AnyNode[],
  from: number,
  to: number,
  printChild: (child: AnyNode) => Printed,
): Printed {
  const parts: Printed[] = [];
  let position = from;
  for (const node of nodes) {
    parts.push(slice(position, node.start), printChild(node));
    position = node.end;
  }
  parts.push(slice(position, to));
  return parts;
}

/** The context of a child that is an ordinary expression or statement of its own. */
export function inner(context: Context): Context {
  return context.name === null && !context.callee && !context.reference && !context.discarded
    ? context
    : { ...context, name: null, callee: false, reference: false, discarded: false };
}

/** Makes one operand or argument of what was printed: a comma would end it. */
export function operand(node: AnyNode, printed: Printed): Printed {
  return node.type === 'SequenceExpression' ? ['(', printed, ')'] : printed;
}

/** Makes what a temporary may be given: it must not lend its name to a function or class that has none. */
export function unnamed(node: AnyNode, printed: Printed): Printed {
  const isAnonymous =
    node.type === 'ArrowFunctionExpression' ||
    ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && !node.id);
  return isAnonymous ? ['(0,', printed, ')'] : operand(node, printed);
}

/** The labels of a loop, as a text of their own. */
export function labelsOf(node: AnyNode): string {
  return node.type === 'LabeledStatement' ? `${node.label.name}:${labelsOf(node.body)}` : '';
}

/** Stands for source that is left out: its line breaks, so that no line number changes. */
export function lineBreaks(text: string): string {
  return (text.match(LINE_BREAK) ?? []).join('');
}

/** Offset just behind `token`, looked for from `from` on and not inside comments. */
export function endOfToken(source: string, from: number, token: string): number {
  let position = from;
  while (position < source.length && !source.startsWith(token, position)) {
    if (source.startsWith('//', position)) {
      while (position < source.length && !/[\n\r\u2028\u2029]/.test(source.charAt(position)))
        position++;
    } else if (source.startsWith('/*', position)) {
      position = source.indexOf('*/', position) + 2;
    } else {
      position++;
    }
  }
  return position + token.length;
}

/** The names that a binding pattern declares. */
export function boundNames(pattern: AnyNode): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'Property':
      return boundNames(pattern.value);
    case 'ObjectPattern':
      return pattern.properties.flatMap(boundNames);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundNames(element) : []));
    default:
      return [];
  }
}
