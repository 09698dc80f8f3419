/**
 * Registration of views and buffers: an expression whose value may be one is handed through the recorder, which gives
 * the very same value back. Names come from declarations and assignments to plain identifiers.
 */
import type {
  AnyNode,
  CallExpression,
  MemberExpression,
  NewExpression,
  ThrowStatement,
} from 'acorn';
import { isViewKind } from '../bytes/view-kinds';
import { printMember } from './accesses';
import { callEndsRun, CALLS, marked, markOf, printCall } from './calls';
import { printChain } from './chains';
import type { Context, Visit } from './context';
import { interrupted } from './counting';
import { lineOf } from './parse';
import type { Printed } from './printer';
import { within } from './recording';
import { inner, slices } from './slices';
import { ended } from './single-statements';

/** `$.v(printed, line, "name")`, or another of the recorder's members that take the same arguments. */
function registered(
  method: 'v' | 'f' | 'c',
  node: AnyNode,
  printed: Printed,
  context: Context,
): Printed {
  const name = context.name === null ? '' : `,${JSON.stringify(context.name)}`;
  return [`${context.hook}.${method}(`, printed, `,${lineOf(node)}${name})`];
}

export function printNew(node: NewExpression, context: Context, visit: Visit): Printed {
  const own = inner(context);
  const first = context.registers && fillsFromArgument(node) ? node.arguments[0] : undefined;
  const mark = markOf(node, context);
  const last = node.arguments.at(-1);
  const printed = slices(node, (child) => {
    if (child === node.callee) return visit(child, { ...own, callee: true });
    const plain = visit(child, own);
    const argument =
      mark !== null && child === last && child.type !== 'SpreadElement'
        ? marked(child, plain, mark, own)
        : plain;
    return child === first ? [`${context.hook}.a(`, argument, ')'] : argument;
  });
  interrupted(context);
  // `new new X()()` must not become `new $.v(new X())()`.
  return context.callee || !context.registers
    ? printed
    : registered(hasLength(node) ? 'f' : 'v', node, printed, context);
}

/** A view's constructor that was told a length: `new Uint8Array(buffer, 0, 4)`. */
function hasLength({ callee, arguments: given }: NewExpression): boolean {
  const length = given[2];
  return (
    callee.type === 'Identifier' &&
    isViewKind(callee.name) &&
    length !== undefined &&
    !(length.type === 'Identifier' && length.name === 'undefined')
  );
}

/** A typed array's constructor whose one argument may be values, as in `new Uint8Array([1, 2])`. */
function fillsFromArgument(node: NewExpression): boolean {
  const { callee, arguments: given } = node;
  const [first] = given;
  if (callee.type !== 'Identifier' || !isViewKind(callee.name) || callee.name === 'DataView')
    return false;
  return (
    first !== undefined &&
    first.type !== 'SpreadElement' &&
    !(first.type === 'Literal' && typeof first.value === 'number')
  );
}

/** Calls, awaits and yields are handed through only where their value gets a name; natives register what they make. */
export function printNamed(node: AnyNode, context: Context, visit: Visit): Printed {
  const printed = recorded(node, context, visit);
  return !context.registers || context.name === null || context.callee || isNeverView(node, context)
    ? printed
    : registered('c', node, printed, context);
}

function recorded(node: AnyNode, context: Context, visit: Visit): Printed {
  const own = inner(context);
  const onSpine = (child: AnyNode): Context => {
    if (!isSpine(node, child)) return own;
    const reference = node.type !== 'MemberExpression';
    return context.callee || reference ? { ...own, callee: context.callee, reference } : own;
  };
  const { recording } = context;
  if (recording !== null) {
    if (node.type === 'MemberExpression') return printMember(node, context, visit);
    if (node.type === 'ChainExpression') return printChain(node, context, visit);
  }
  const printed =
    recording !== null && node.type === 'CallExpression'
      ? printCall(node, onSpine(node.callee), context, visit)
      : slices(node, (child) => visit(child, onSpine(child)));
  if (recording?.counting && CALLS.has(node.type) && callEndsRun(node, recording))
    interrupted(context);
  return printed;
}

/** Whether `child` is what a callee begins with: the object of a member, the callee of a call, the tag of a template. */
function isSpine(node: AnyNode, child: AnyNode): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return child === node.object;
    case 'CallExpression':
      return child === node.callee;
    case 'TaggedTemplateExpression':
      return child === node.tag;
    default:
      return false;
  }
}

/** Expressions that stand in hot loops and cannot give a view: not worth asking the recorder. */
function isNeverView(node: AnyNode, context: Context): boolean {
  if (node.type === 'CallExpression')
    return isPlainNumberCall(node) || isCalculation(node, context);
  if (node.type === 'MemberExpression') return isDullMember(node, context);
  if (node.type === 'ChainExpression') return isNeverView(node.expression, context);
  return false;
}

function isCalculation({ callee }: CallExpression, { recording }: Context): boolean {
  return callee.type === 'Identifier' && recording?.variables().isCalculation(callee) === true;
}

const NUMBER_FUNCTIONS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'BigInt',
  'Boolean',
  'parseInt',
  'parseFloat',
]);
const NUMBER_METHOD = /^(?:[gs]et(?:Big)?(?:Int|Uint|Float)\d+|charCodeAt|indexOf|toString|now)$/;

function isPlainNumberCall({ callee }: CallExpression): boolean {
  if (callee.type === 'Identifier') return NUMBER_FUNCTIONS.has(callee.name);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  if (callee.object.type === 'Identifier' && callee.object.name === 'Math') return true;
  return !callee.computed && NUMBER_METHOD.test(callee.property.name);
}

const DULL_PROPERTIES: ReadonlySet<string> = new Set([
  'length',
  'byteLength',
  'byteOffset',
  'size',
  'width',
  'height',
]);

/** `a[i]` reads an element nearly always; `list[0]` with a literal may hold a view, unless the list is one itself. */
function isDullMember(
  { computed, object, property }: MemberExpression,
  { recording }: Context,
): boolean {
  if (computed) {
    if (property.type !== 'Literal') return true;
    return object.type === 'Identifier' && recording?.variables().isTypedArray(object) === true;
  }
  return property.type === 'Identifier' && DULL_PROPERTIES.has(property.name);
}

/** What is thrown passes through the recorder: a value that is no Error carries no stack that tells the line. */
export function printThrow(node: ThrowStatement, context: Context, visit: Visit): Printed {
  const own = within(inner(context), node);
  const start = node.argument.loc?.start;
  const at = `${start?.line ?? 1},${(start?.column ?? 0) + 1}`;
  const sequence = node.argument.type === 'SequenceExpression';
  const printed = slices(node, (child) => [
    `${context.hook}.w(${sequence ? '(' : ''}`,
    visit(child, own),
    `${sequence ? ')' : ''},${at})`,
  ]);
  interrupted(context);
  // `throw n++` may end at a line break, where a call goes on.
  const stops = /(?:\+\+|--)$/.test(context.source.slice(node.start, node.end));
  return stops ? [printed, ';'] : ended(node, printed, context);
}
