/** Chooses how each node is printed. What has no entry here is copied, with its children printed in place. */
import type { AnyNode } from 'acorn';
import { printPlainMember } from './accesses';
import type { Context, Visit } from './context';
import { interrupted, uncertain } from './counting';
import { findFunctionText } from './function-text';
import { block, counterFor, printFunction, printTry } from './guards';
import { printLabel, printLoop } from './loops';
import { printExport, printExportDefault, printImport } from './modules';
import { childrenOf } from './parse';
import { printSource, printSpread, printTarget } from './patterns';
import type { Printed } from './printer';
import { recordingWith, Temporaries, within } from './recording';
import { inner, slice, slices, stretch } from './slices';
import { ended, printExpressionStatement, statements } from './statements';
import { printStore } from './stores';
import { printNamed, printNew, printThrow } from './values';

export const rewrite: Visit = (node, context) => {
  const functionAt = findFunctionText(node, context.source);
  const printed = rewriteNode(node, context);
  return functionAt === null ? printed : { functionAt, printed };
};

const rewriteNode: Visit = (node, context) => {
  switch (node.type) {
    case 'Program': {
      const { hook, source } = context;
      // A hashbang line is a comment only at the very start of a file, where it will not be.
      const from = source.startsWith('#!') ? source.search(/$/m) : 0;
      const temporaries = new Temporaries(hook);
      const own = recordingWith(context, { temporaries });
      const head = (): string => temporaries.declaration + counterFor(node, hook);
      return statements(node.body, from, source.length, head, own, rewrite);
    }
    case 'BlockStatement':
      return block(node, '', context, rewrite);
    case 'StaticBlock':
      return printStaticBlock(node, context);
    case 'SwitchCase':
      return printCase(node, context);
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return printLoop(node, context, rewrite);
    case 'LabeledStatement':
      return printLabel(node, context, rewrite);
    case 'ExpressionStatement':
      return printExpressionStatement(node, context, rewrite);
    case 'VariableDeclaration':
    case 'ReturnStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'DebuggerStatement':
      return printSimpleStatement(node, context);
    case 'IfStatement':
    case 'SwitchStatement':
    case 'WithStatement':
      return printCompound(node, context);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return printFunction(node, context, rewrite);
    case 'TryStatement':
      return printTry(node, context, rewrite);
    case 'ThrowStatement':
      return printThrow(node, context, rewrite);
    case 'NewExpression':
      return printNew(node, context, rewrite);
    case 'CallExpression':
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'MemberExpression':
    case 'ChainExpression':
    case 'TaggedTemplateExpression':
      return printNamed(node, context, rewrite);
    case 'VariableDeclarator':
      return named(node, node.id, node.init, context);
    case 'AssignmentPattern':
      return named(node, node.left, node.right, uncertain(context));
    case 'AssignmentExpression':
      return printAssignment(node, context);
    case 'UpdateExpression':
      return printStore(node, context, rewrite) ?? children(node, context);
    case 'UnaryExpression':
      return printUnary(node, context);
    case 'SpreadElement':
      return printSpread(node, context, rewrite);
    case 'ObjectExpression':
      return printObject(node, context);
    case 'ConditionalExpression':
      return slices(node, (child) =>
        rewrite(child, child === node.test ? inner(context) : uncertain(valued(context))),
      );
    case 'LogicalExpression':
      return slices(node, (child) =>
        rewrite(child, child === node.left ? valued(context) : uncertain(valued(context))),
      );
    case 'BinaryExpression':
      return printBinary(node, context);
    case 'PropertyDefinition':
      return printField(node, context);
    case 'MethodDefinition':
      return printMethod(node, context);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return children(node, recordingWith(context, { strict: true }));
    case 'Literal':
    case 'TemplateElement':
      return printText(node, context);
    case 'ThisExpression':
      return context.moduleThis ? moduleThis(context.hook) : slice(node.start, node.end);
    case 'MetaProperty':
      return node.meta.name === 'import' ? `${context.hook}.m` : slice(node.start, node.end);
    case 'ImportExpression':
      return printImport(node, context, rewrite);
    case 'ExportNamedDeclaration':
      return printExport(node, context, rewrite);
    case 'ExportDefaultDeclaration':
      return printExportDefault(node, context, rewrite);
    default:
      return children(node, context);
  }
};

function children(node: AnyNode, context: Context): Printed {
  const own = inner(context);
  return slices(node, (child) => rewrite(child, own));
}

/**
 * An undefined that stands wherever `this` can. It begins with an identifier: `(void 0)` on a line of its own would call
 * what the line before ended with, and `undefined` may be a variable of the learner's. `import.meta` has no such member.
 */
function moduleThis(hook: string): string {
  return `${hook}.m.this`;
}

function withoutThis(context: Context): Context {
  return { ...inner(context), moduleThis: false };
}

/** Prints `value` knowing that it goes to the variable `target`, if that is one. */
function named(
  node: AnyNode,
  target: AnyNode,
  value: AnyNode | null | undefined,
  context: Context,
): Printed {
  const own = inner(context);
  const name = target.type === 'Identifier' ? target.name : null;
  if (!value || name !== null)
    return slices(node, (child) => rewrite(child, child === value ? { ...own, name } : own));
  // A pattern's own expressions are evaluated behind the value.
  const source = printSource(target, value, rewrite(value, own), own);
  interrupted(context);
  return slices(node, (child) => (child === value ? source : rewrite(child, uncertain(own))));
}

/** The same context for a value that somebody takes. */
function valued(context: Context): Context {
  return context.discarded || context.reference
    ? { ...context, discarded: false, reference: false }
    : context;
}

function printAssignment(
  node: Extract<AnyNode, { type: 'AssignmentExpression' }>,
  context: Context,
): Printed {
  const { left, right, operator } = node;
  const stored = printStore(node, context, rewrite);
  if (stored !== null) return stored;
  if (
    context.recording !== null &&
    (left.type === 'ArrayPattern' || left.type === 'ObjectPattern')
  ) {
    const own = inner(context);
    const source = printSource(left, right, rewrite(right, own), own);
    interrupted(context);
    return slices(node, (child) =>
      child === left ? printTarget(left, uncertain(own), rewrite) : source,
    );
  }
  return isPlainAssignment(operator) ? named(node, left, right, context) : children(node, context);
}

/** What `delete` is given stays a reference to the very property. */
function printUnary(
  node: Extract<AnyNode, { type: 'UnaryExpression' }>,
  context: Context,
): Printed {
  const { argument, operator } = node;
  if (operator !== 'delete' || context.recording === null) return children(node, context);
  const own: Context = { ...inner(context), reference: true };
  return slices(node, () =>
    argument.type === 'MemberExpression'
      ? printPlainMember(argument, own, rewrite)
      : rewrite(argument, own),
  );
}

/** Spread in an object copies properties; it does not iterate. */
function printObject(
  node: Extract<AnyNode, { type: 'ObjectExpression' }>,
  context: Context,
): Printed {
  const own = inner(context);
  return slices(node, (child) =>
    child.type === 'SpreadElement' ? children(child, own) : rewrite(child, own),
  );
}

const STATIC = /static(?:\s|\/\*[^]*?\*\/|\/\/.*)*/y;

/** The text of a static method begins behind that word. */
function printMethod(
  node: Extract<AnyNode, { type: 'MethodDefinition' }>,
  context: Context,
): Printed {
  if (!node.static) return children(node, context);
  STATIC.lastIndex = node.start;
  STATIC.test(context.source);
  const start = STATIC.lastIndex;
  const own = inner(context);
  const printed = stretch(childrenOf(node), start, node.end, (child) => rewrite(child, own));
  return [slice(node.start, start), { functionAt: { start, end: node.end }, printed }];
}

function printField(
  node: Extract<AnyNode, { type: 'PropertyDefinition' }>,
  context: Context,
): Printed {
  const field = recordingWith(within(withoutThis(context), node), {
    temporaries: null,
    counting: null,
  });
  return slices(node, (child) => rewrite(child, child === node.value ? field : inner(context)));
}

/** A twin stands on one line, so a line break inside a text is written as an escape there. */
function printText(
  node: Extract<AnyNode, { type: 'Literal' | 'TemplateElement' }>,
  context: Context,
): Printed {
  if (!context.recording?.counting) return slice(node.start, node.end);
  const text = context.source.slice(node.start, node.end);
  return text
    .replace(/\\(?:\r\n|[\n\r\u2028\u2029])/g, '')
    .replace(/\r\n|[\n\r]/g, '\\n')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function printSimpleStatement(node: AnyNode, context: Context): Printed {
  const printed = children(node, within(context, node));
  if (node.type !== 'VariableDeclaration') interrupted(context);
  return ended(node, printed, context);
}

/** `if`, `switch` and `with`: sites in the head show the head's expression. */
function printCompound(
  node: Extract<AnyNode, { type: 'IfStatement' | 'SwitchStatement' | 'WithStatement' }>,
  context: Context,
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
    child === head ? rewrite(child, within(own, child)) : rewrite(child, rest),
  );
}

/** Operators that can put the right side's own value into the variable. */
function isPlainAssignment(operator: string): boolean {
  return operator === '=' || operator === '??=' || operator === '||=' || operator === '&&=';
}

function printStaticBlock(
  node: Extract<AnyNode, { type: 'StaticBlock' }>,
  context: Context,
): Printed {
  const start = context.source.indexOf('{', node.start) + 1;
  const temporaries = new Temporaries(context.hook);
  const own = recordingWith(withoutThis(context), { temporaries, counting: null });
  const head = (): string => temporaries.declaration + counterFor(node, context.hook);
  return [slice(node.start, start), statements(node.body, start, node.end, head, own, rewrite)];
}

function printCase(node: Extract<AnyNode, { type: 'SwitchCase' }>, context: Context): Printed {
  const own = inner(context);
  const first = node.consequent[0];
  if (first === undefined) return children(node, context);
  const { test } = node;
  const head: Printed = test
    ? [slice(node.start, test.start), rewrite(test, uncertain(own)), slice(test.end, first.start)]
    : slice(node.start, first.start);
  return [head, statements(node.consequent, first.start, node.end, '', own, rewrite)];
}

/** `a<!--b` is a comment in a script and an expression in a module, which is evaluated as a script here. */
function printBinary(
  node: Extract<AnyNode, { type: 'BinaryExpression' }>,
  context: Context,
): Printed {
  const own = inner(context);
  const { source, goal } = context;
  const apart =
    goal === 'module' && node.operator === '<' && source.startsWith('!--', node.right.start);
  return slices(node, (child) => [apart && child === node.right ? ' ' : '', rewrite(child, own)]);
}
