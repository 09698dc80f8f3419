/** Destructuring: targets that are elements, and what patterns and spreads read elements from. */
import type { AnyNode, MemberExpression } from 'acorn';
import { isElement } from './accesses';
import type { Context, Visit } from './context';
import { interrupted, uncertain } from './counting';
import type { Printed } from './printer';
import { siteOf, type Recording } from './recording';
import { inner, lineBreaks, operand, slices } from './slices';

/** An assignment target that is no plain left side: in a pattern, or in the head of `for…of` and `for…in`. */
export function printTarget(node: AnyNode, context: Context, visit: Visit): Printed {
  const own = inner(context);
  const { recording } = own;
  if (recording === null) return visit(node, own);
  switch (node.type) {
    case 'MemberExpression':
      return isElement(node) ? printElementTarget(node, own, recording, visit) : visit(node, own);
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
      return slices(node, (child) => printTarget(child, own, visit));
    case 'Property':
      return slices(node, (child) =>
        child === node.value ? printTarget(child, own, visit) : visit(child, own),
      );
    case 'AssignmentPattern': {
      const { left } = node;
      const name = left.type === 'Identifier' ? left.name : null;
      return slices(node, (child) =>
        child === left ? printTarget(child, own, visit) : visit(child, { ...uncertain(own), name }),
      );
    }
    default:
      return visit(node, own);
  }
}

/** `$.D(object, key, site, strict).v`, whose setter stores and records. */
function printElementTarget(
  node: MemberExpression,
  context: Context,
  recording: Recording,
  visit: Visit,
): Printed {
  const { object, property } = node;
  const { source, hook } = context;
  return [
    `${hook}.D(`,
    lineBreaks(source.slice(node.start, object.start)),
    operand(object, visit(object, context)),
    ',',
    lineBreaks(source.slice(object.end, property.start)),
    operand(property, visit(property, context)),
    lineBreaks(source.slice(property.end, node.end)),
    `,${siteOf(node, recording)},${recording.strict}).v`,
  ];
}

/** The right side of a destructuring assignment or declaration: says which of its elements the pattern reads. */
export function printSource(
  pattern: AnyNode,
  value: AnyNode,
  printed: Printed,
  { recording, hook }: Context,
): Printed {
  if (recording === null || !mayBeView(value)) return printed;
  const call = (method: 'I' | 'O', more: string): Printed => [
    `${hook}.${method}(`,
    operand(value, printed),
    `,${siteOf(value, recording)}${more})`,
  ];
  if (pattern.type === 'ArrayPattern') {
    const hasRest = pattern.elements.at(-1)?.type === 'RestElement';
    return call('I', hasRest ? '' : `,${pattern.elements.length}`);
  }
  if (pattern.type !== 'ObjectPattern') return printed;
  // The rest copies every property that is left.
  if (pattern.properties.at(-1)?.type === 'RestElement') return call('I', '');
  const keys = pattern.properties.flatMap(elementKey);
  return keys.length === 0 ? printed : call('O', `,[${keys.join()}]`);
}

/** The element that a property of an object pattern reads, by a literal key. */
function elementKey(property: AnyNode): readonly number[] {
  if (property.type !== 'Property' || property.key.type !== 'Literal') return [];
  const key = Number(property.key.value);
  return Number.isSafeInteger(key) && key >= 0 && String(key) === String(property.key.value)
    ? [key]
    : [];
}

/** `...$.I(x, site)`: a spread reads all elements, in an object too. */
export function printSpread(
  node: Extract<AnyNode, { type: 'SpreadElement' }>,
  context: Context,
  visit: Visit,
): Printed {
  const own = inner(context);
  const { recording, hook } = own;
  const spread = slices(node, (child) => {
    const printed = visit(child, own);
    return recording === null || !mayBeView(child)
      ? printed
      : [`${hook}.I(`, operand(child, printed), `,${siteOf(node, recording)})`];
  });
  interrupted(context);
  return spread;
}

/** Array literals and texts are iterated often and are never views. */
export function mayBeView({ type }: AnyNode): boolean {
  return type !== 'ArrayExpression' && type !== 'Literal' && type !== 'TemplateLiteral';
}
