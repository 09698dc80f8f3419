/**
 * Reads of elements. `a[i]` becomes `a[$.R(a, i, site)]`, which stays a member expression: calls keep their `this`,
 * and the engine itself does the access.
 */
import type { AnyNode, MemberExpression } from 'acorn';
import type { Context, Visit } from './context';
import { countAccess, interrupted, memberMayThrow } from './counting';
import type { Printed } from './printer';
import { siteOf } from './recording';
import { inner, operand, slices, unnamed } from './slices';

/** A member with its key in brackets. */
export type ElementAccess = MemberExpression & { readonly computed: true };

/** Whether a member may be an element of a typed array, as far as its text says. */
export function isElement(node: AnyNode): node is ElementAccess {
  return (
    node.type === 'MemberExpression' &&
    node.computed &&
    node.object.type !== 'Super' &&
    !(node.object.type === 'Identifier' && node.object.name === 'arguments') &&
    mayBeIndex(node.property)
  );
}

function mayBeIndex(key: AnyNode): boolean {
  if (key.type === 'MemberExpression')
    return !(key.object.type === 'Identifier' && key.object.name === 'Symbol');
  if (key.type !== 'Literal') return key.type !== 'TemplateLiteral' || key.expressions.length > 0;
  if (typeof key.value === 'number') return true;
  return typeof key.value === 'string' && String(Number(key.value)) === key.value;
}

/** Expressions that can be evaluated twice with nothing to be noticed. */
export function isRepeatable({ type }: AnyNode): boolean {
  return type === 'Identifier' || type === 'ThisExpression';
}

export function printMember(node: MemberExpression, context: Context, visit: Visit): Printed {
  const own = inner(context);
  const { recording } = context;
  if (recording === null || !isElement(node)) return printPlainMember(node, context, visit);
  if (isRepeatable(node.object)) {
    return printRead(node, visit(node.object, own), visit(node.object, own), own, visit);
  }
  const { temporaries } = recording;
  // Free again as soon as it is taken: the key is evaluated after the recorder's first argument.
  const temporary = temporaries.take();
  temporaries.release(temporary);
  const object: Printed = [`(${temporary}=`, unnamed(node.object, visit(node.object, own)), ')'];
  interrupted(context);
  return printRead(node, object, temporary, own, visit);
}

/** The member as it is, with its parts printed in place. */
export function printPlainMember(node: MemberExpression, context: Context, visit: Visit): Printed {
  const own = inner(context);
  const printed = slices(node, (child) =>
    visit(child, context.callee && child === node.object ? { ...own, callee: true } : own),
  );
  if (memberMayThrow(node)) interrupted(context);
  return printed;
}

/** `object[$.R(again, key, site)]`; inside a twin, the access is counted instead. */
function printRead(
  node: MemberExpression,
  object: Printed,
  again: Printed,
  context: Context,
  visit: Visit,
): Printed {
  return slices(node, (child) =>
    child === node.object ? object : printReadKey(node, again, context, visit),
  );
}

/** What stands in the brackets of a read. */
export function printReadKey(
  node: MemberExpression,
  again: Printed,
  context: Context,
  visit: Visit,
): Printed {
  const { recording, hook } = context;
  const { property } = node;
  const key = operand(property, visit(property, context));
  if (recording === null) return key;
  const counted = countAccess(node, 'read', recording);
  if (counted.kind === 'in its run') return key;
  if (counted.kind === 'by') return [`${counted.counter}++,`, key];
  const site = siteOf(node, recording);
  if (recording.counting === null) return [`${hook}.R(`, again, ',', key, `,${site})`];
  interrupted(context);
  return [`${hook}.Q(`, again, ',', key, `,${site},false)`];
}
