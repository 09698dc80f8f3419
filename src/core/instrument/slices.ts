/** The default way to print a node: its own text with its children printed in place. */
import type { AnyNode, VariableDeclaration } from 'acorn';
import type { Context, Visit } from './context';
import { childrenOf, lineOf } from './parse';
import type { Printed, Slice } from './printer';

export const slice = (start: number, end: number): Slice => ({ start, end });

/** Prints `node` from its source, with every child printed by `printChild`. */
export function slices(node: AnyNode, printChild: (child: AnyNode) => Printed): Printed {
  return stretch(childrenOf(node), node.start, node.end, printChild);
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
  return context.name === null && !context.callee
    ? context
    : { ...context, name: null, callee: false };
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

/** The end of the directive prologue (`'use strict'`), or `start` where there is none. */
export function endOfDirectives(statements: readonly AnyNode[], start: number): number {
  let end = start;
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement' || statement.directive === undefined) break;
    end = statement.end;
  }
  return end;
}

/**
 * A list of statements, with `head` inserted before the first that is not a directive, and with the variables of a
 * destructuring declaration registered behind it (there is no single initialiser to wrap).
 */
export function statements(
  list: readonly AnyNode[],
  from: number,
  to: number,
  head: string,
  context: Context,
  visit: Visit,
): Printed {
  const prologue = endOfDirectives(list, from);
  const before = list.filter((statement) => statement.end <= prologue);
  const after = list.slice(before.length);
  const printStatement = (statement: AnyNode): Printed => [
    visit(statement, inner(context)),
    registerDestructured(statement, context),
  ];
  return [
    stretch(before, from, prologue, printStatement),
    head === '' || before.length === 0 ? head : `;${head}`,
    stretch(after, prologue, to, printStatement),
  ];
}

function registerDestructured(statement: AnyNode, context: Context): string {
  const declaration =
    statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration') return '';
  const names = destructuredNames(declaration);
  if (names.length === 0) return '';
  const line = lineOf(declaration);
  return `;${names.map((name) => `${context.hook}.c(${name},${line},${JSON.stringify(name)})`).join()};`;
}

function destructuredNames(declaration: VariableDeclaration): readonly string[] {
  return declaration.declarations
    .filter(({ id }) => id.type === 'ObjectPattern' || id.type === 'ArrayPattern')
    .flatMap(({ id }) => boundNames(id));
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
