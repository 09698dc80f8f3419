/** Chooses how each node is printed. What has no entry here is copied, with its children printed in place. */
import { printAssignment, printNamedValue } from './assignments';
import { printClass, printField, printMethod, printStaticBlock } from './classes';
import type { AnyNode } from 'acorn';
import type { Context, Visit } from './context';
import { uncertain } from './counting';
import { printBinary, printConditional, printText, printUnary } from './expressions';
import { findFunctionText } from './function-text';
import { block, counterFor, printFunction, printTry } from './guards';
import { printLabel, printLoop } from './loops';
import { printExport, printExportDefault, printImport } from './modules';
import { printSpread } from './patterns';
import type { Printed } from './printer';
import { recordingWith, Temporaries } from './recording';
import {
  printCase,
  printCompound,
  printExpressionStatement,
  printSimpleStatement,
} from './single-statements';
import { printChildren, slice } from './slices';
import { statements } from './statements';
import { printStore } from './stores';
import { printNamed, printNew, printThrow } from './values';

export const rewrite: Visit = (node, context) => {
  if (context.recording?.apart && !PATTERNS.has(node.type)) return printApart(node, context);
  const functionAt = findFunctionText(node, context.source);
  const printed = rewriteNode(node, context);
  return functionAt === null ? printed : { functionAt, printed };
};

/** What a parameter may be but for the expressions in it. */
const PATTERNS: ReadonlySet<string> = new Set([
  'Identifier',
  'AssignmentPattern',
  'ArrayPattern',
  'ObjectPattern',
  'Property',
  'RestElement',
]);

/**
 * Where nothing can be declared, an arrow function declares what an expression needs: `(($1,$2)=>(…))()`. It has the
 * `this`, `super` and `arguments` of where it stands, and `await` and `yield` cannot stand there.
 */
function printApart(node: AnyNode, context: Context): Printed {
  const temporaries = new Temporaries(context.hook);
  const printed = rewrite(node, recordingWith(context, { temporaries, apart: false }));
  const { list } = temporaries;
  return list === '' ? printed : [`((${list})=>(`, printed, '))()'];
}

const rewriteNode: Visit = (node, context) => {
  switch (node.type) {
    case 'Program': {
      const { hook, source } = context;
      // A hashbang line is a comment only at the very start of a file, where it will not be.
      const from = source.startsWith('#!') ? source.search(/$/m) : 0;
      const temporaries = new Temporaries(hook);
      const own = recordingWith(context, { temporaries, apart: false });
      const head = (): string => temporaries.declaration + counterFor(node, hook);
      // In a script, `-->` is a comment only where nothing but comments stands before it on its line.
      const start = node.body[0]?.start ?? source.length;
      return [slice(from, start), statements(node.body, start, source.length, head, own, rewrite)];
    }
    case 'BlockStatement':
      return block(node, '', context, rewrite);
    case 'StaticBlock':
      return printStaticBlock(node, context, rewrite);
    case 'SwitchCase':
      return printCase(node, context, rewrite);
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
      return printSimpleStatement(node, context, rewrite);
    case 'IfStatement':
    case 'SwitchStatement':
    case 'WithStatement':
      return printCompound(node, context, rewrite);
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
      return printNamedValue(node, node.id, node.init, context, rewrite);
    case 'AssignmentPattern':
      return printNamedValue(node, node.left, node.right, uncertain(context), rewrite);
    case 'AssignmentExpression':
      return printAssignment(node, context, rewrite);
    case 'UpdateExpression':
      return printStore(node, context, rewrite) ?? printChildren(node, context, rewrite);
    case 'UnaryExpression':
      return printUnary(node, context, rewrite);
    case 'SpreadElement':
      return printSpread(node, context, rewrite);
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return printConditional(node, context, rewrite);
    case 'BinaryExpression':
      return printBinary(node, context, rewrite);
    case 'PropertyDefinition':
      return printField(node, context, rewrite);
    case 'MethodDefinition':
      return printMethod(node, context, rewrite);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return printClass(node, context, rewrite);
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
      return printChildren(node, context, rewrite);
  }
};

/**
 * An undefined that stands wherever `this` can. It begins with an identifier: `(void 0)` on a line of its own would call
 * what the line before ended with, and `undefined` may be a variable of the learner's. `import.meta` has no such member.
 */
function moduleThis(hook: string): string {
  return `${hook}.m.this`;
}
