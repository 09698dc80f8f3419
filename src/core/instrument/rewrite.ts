/** Chooses how each node is printed. What has no entry here is copied, with its children printed in place. */
import type { AnyNode } from 'acorn';
import type { Context, Visit } from './context';
import { block, counterFor, printFunction, printLoop, printTry } from './guards';
import { printExport, printExportDefault, printImport } from './modules';
import type { Printed } from './printer';
import { inner, slice, slices, statements } from './slices';
import { printNamed, printNew, printThrow } from './values';

export const rewrite: Visit = (node, context) => {
  switch (node.type) {
    case 'Program': {
      const { hook, source } = context;
      // A hashbang line is a comment only at the very start of a file, where it will not be.
      const from = source.startsWith('#!') ? source.search(/$/m) : 0;
      return statements(node.body, from, source.length, counterFor(node, hook), context, rewrite);
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
      return named(node, node.left, node.right, context);
    case 'AssignmentExpression':
      return isPlainAssignment(node.operator)
        ? named(node, node.left, node.right, context)
        : children(node, context);
    case 'ConditionalExpression':
      return slices(node, (child) =>
        rewrite(child, child === node.test ? inner(context) : context),
      );
    case 'LogicalExpression':
      return slices(node, (child) => rewrite(child, context));
    case 'BinaryExpression':
      return printBinary(node, context);
    case 'PropertyDefinition':
      return slices(node, (child) =>
        rewrite(child, child === node.value ? withoutThis(context) : inner(context)),
      );
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
  return slices(node, (child) => rewrite(child, child === value ? { ...own, name } : own));
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
  return [
    slice(node.start, start),
    counterFor(node, context.hook),
    statements(node.body, start, node.end, '', withoutThis(context), rewrite),
  ];
}

function printCase(node: Extract<AnyNode, { type: 'SwitchCase' }>, context: Context): Printed {
  const own = inner(context);
  const first = node.consequent[0];
  if (first === undefined) return children(node, context);
  const { test } = node;
  const head: Printed = test
    ? [slice(node.start, test.start), rewrite(test, own), slice(test.end, first.start)]
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
