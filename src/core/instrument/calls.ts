/** Calls: what natives are told about where they were called from, and which calls leave memory alone. */
import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import {
  BYTE_CONSTRUCTORS,
  BYTE_FUNCTIONS,
  HARMLESS_CONSTRUCTORS,
  HARMLESS_FUNCTIONS,
  HARMLESS_OBJECTS,
  isByteMethod,
  isHarmlessMethod,
} from './byte-methods';
import type { Context, Visit } from './context';
import { childrenOf, isFunction } from './parse';
import type { Printed } from './printer';
import { siteOf, type Recording } from './recording';
import { inner, operand, slices } from './slices';

export const CALLS: ReadonlySet<string> = new Set([
  'CallExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'AwaitExpression',
  'YieldExpression',
  'ImportExpression',
]);

/** A call's arguments and callee; natives that touch bytes find the call's site in `$.s`. */
export function printCall(
  node: CallExpression,
  calleeContext: Context,
  context: Context,
  visit: Visit,
): Printed {
  const own = inner(context);
  const { callee } = node;
  const mark = markOf(node, context);
  const last = node.arguments.at(-1);
  const marksArgument = mark !== null && last !== undefined && last.type !== 'SpreadElement';
  return slices(node, (child) => {
    if (child === callee) {
      return mark === null || marksArgument || callee.type !== 'MemberExpression'
        ? visit(callee, calleeContext)
        : printMarkedObject(callee, mark, calleeContext, own, visit);
    }
    const printed = visit(child, own);
    return marksArgument && child === last ? marked(child, printed, mark, own) : printed;
  });
}

/** `($.s=site,u8).reverse()`: there is no argument that could carry the mark. */
function printMarkedObject(
  callee: Extract<AnyNode, { type: 'MemberExpression' }>,
  mark: string,
  calleeContext: Context,
  own: Context,
  visit: Visit,
): Printed {
  const { object } = callee;
  if (object.type === 'Super' || callee.computed) return visit(callee, calleeContext);
  return slices(callee, (child) =>
    child === object
      ? ['(', inTurn(object, visit(object, own), mark, own), ')']
      : visit(child, own),
  );
}

/** `($.s=site,argument)`, set when all that the argument itself calls has come back. */
export function marked(node: AnyNode, printed: Printed, mark: string, context: Context): Printed {
  return ['(', inTurn(node, printed, mark, context), ')'];
}

function inTurn(node: AnyNode, printed: Printed, mark: string, { recording }: Context): Printed {
  const temporaries = recording?.temporaries;
  const value = operand(node, printed);
  if (!temporaries || !containsCall(node)) return [mark, ',', value];
  const temporary = temporaries.take();
  temporaries.release(temporary);
  return [`${temporary}=`, value, `,${mark},${temporary}`];
}

/** `$.s=site` for a call or `new` that natives watch for, else null. */
export function markOf(node: CallExpression | NewExpression, context: Context): string | null {
  const { recording, hook } = context;
  if (recording === null || !isWatched(node)) return null;
  return `${hook}.s=${siteOf(node, recording)}`;
}

function isWatched(node: CallExpression | NewExpression): boolean {
  const { callee } = node;
  if (node.type === 'NewExpression')
    return callee.type === 'Identifier' && BYTE_CONSTRUCTORS.has(callee.name);
  if (callee.type === 'Identifier') return BYTE_FUNCTIONS.has(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  if (callee.computed) return callee.property.type !== 'Literal';
  if (callee.property.type !== 'Identifier') return false;
  return !isHarmlessObject(callee.object) && isByteMethod(callee.property.name);
}

function isHarmlessObject(node: AnyNode): boolean {
  return node.type === 'Identifier' && node.name !== 'String' && HARMLESS_OBJECTS.has(node.name);
}

/** A call that comes back for sure, and that calls nothing of the program's own. */
export function callEndsRun(node: AnyNode, recording: Recording): boolean {
  if (node.type !== 'CallExpression') return true;
  const { callee } = node;
  if (callee.type === 'Identifier') return !recording.variables().isCalculation(callee);
  return !(
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Math'
  );
}

/** Whether a statement calls something, itself, that may write to memory where no inserted code sees it. */
export function callsUnknown(node: AnyNode, recording: Recording): boolean {
  if (isFunction(node)) return false;
  if (CALLS.has(node.type) && !isHarmless(node, recording)) return true;
  return childrenOf(node).some((child) => callsUnknown(child, recording));
}

function isHarmless(node: AnyNode, recording: Recording): boolean {
  if (node.type === 'NewExpression')
    return (
      node.callee.type === 'Identifier' &&
      (BYTE_CONSTRUCTORS.has(node.callee.name) || HARMLESS_CONSTRUCTORS.has(node.callee.name))
    );
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  if (callee.type === 'Identifier')
    return HARMLESS_FUNCTIONS.has(callee.name) || recording.variables().isCalculation(callee);
  if (callee.type !== 'MemberExpression' || callee.computed) return false;
  if (callee.property.type !== 'Identifier') return false;
  return (
    (callee.object.type === 'Identifier' && HARMLESS_OBJECTS.has(callee.object.name)) ||
    isHarmlessMethod(callee.property.name)
  );
}

function containsCall(node: AnyNode): boolean {
  if (isFunction(node)) return false;
  return CALLS.has(node.type) || childrenOf(node).some(containsCall);
}
