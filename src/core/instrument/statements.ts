/** Lists of statements, and what recording needs around single ones. */
import type { AnyNode, VariableDeclaration } from 'acorn';
import type { Context, Visit } from './context';
import { beginRun, withRuns } from './counting';
import { callsUnknown } from './calls';
import { lineOf } from './parse';
import type { Printed } from './printer';
import { siteOf } from './recording';
import { boundNames, inner, stretch } from './slices';

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
  head: string | (() => string),
  context: Context,
  visit: Visit,
): Printed {
  const prologue = endOfDirectives(list, from);
  const before = list.filter((statement) => statement.end <= prologue);
  const after = list.slice(before.length);
  const own = withRuns(inner(context));
  const printStatement = (statement: AnyNode): Printed => [
    own.recording ? recorded(statement, own, visit) : visit(statement, own),
    registerDestructured(statement, own),
    audit(statement, own),
  ];
  const printedBefore = stretch(before, from, prologue, printStatement);
  const printedAfter = stretch(after, prologue, to, printStatement);
  // Known only now: which temporaries the statements have needed.
  const text = typeof head === 'function' ? head() : head;
  return [printedBefore, text === '' || before.length === 0 ? text : `;${text}`, printedAfter];
}

function registerDestructured(statement: AnyNode, context: Context): string {
  if (!context.registers) return '';
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

function recorded(statement: AnyNode, context: Context, visit: Visit): Printed {
  const run = beginRun(context);
  const printed = visit(statement, context);
  // The statement before may have ended at the line break, and would now be called.
  const swallowed =
    statement.type === 'ExpressionStatement' &&
    context.source[statement.start] !== '(' &&
    startsWithParenthesis(printed, context.source);
  return [run, swallowed ? ';' : '', printed];
}

function startsWithParenthesis(printed: Printed, source: string): boolean {
  return firstCharacter(printed, source) === '(';
}

function firstCharacter(printed: Printed, source: string): string {
  if (typeof printed === 'string') return printed.charAt(0);
  if ('oneLine' in printed) return firstCharacter(printed.oneLine, source);
  if ('functionAt' in printed) return firstCharacter(printed.printed, source);
  if ('start' in printed) return source.slice(printed.start, printed.end).charAt(0);
  for (const part of printed) {
    const first = firstCharacter(part, source);
    if (first !== '') return first;
  }
  return '';
}

/** `$.Z(site);` behind a statement whose calls may have written to memory unseen. */
function audit(statement: AnyNode, { recording, hook }: Context): string {
  if (recording === null || recording.counting !== null) return '';
  const own = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (own?.type !== 'ExpressionStatement' && own?.type !== 'VariableDeclaration') return '';
  return callsUnknown(own, recording)
    ? `${hook}.Z(${siteOf(own, { ...recording, statement: own })});`
    : '';
}
