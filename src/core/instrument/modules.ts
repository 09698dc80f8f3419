/**
 * Module syntax inside an async function: exports become plain declarations, `import.meta` and the module's undefined
 * `this` are replaced, and imports get a sentence, since a snippet stands alone and has no network.
 */
import type {
  AnyNode,
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  ImportExpression,
  Program,
} from 'acorn';
import type { ErrorReport } from '../trace/run';
import type { Context, Visit } from './context';
import { lineOf } from './parse';
import type { Printed } from './printer';
import { inner, slice, slices, stretch } from './slices';

/** The learner's error for the first static import or re-export, or null. */
export function findImport(program: Program): ErrorReport | null {
  for (const statement of program.body) {
    const from = sourceOf(statement);
    if (from === null) continue;
    return {
      name: 'ImportError',
      message:
        `${JSON.stringify(from)} cannot be imported: a snippet runs in a sandbox without a network, and there are ` +
        'no other files beside it. Paste the code you need into the editor instead.',
      line: lineOf(statement),
      column: (statement.loc?.start.column ?? 0) + 1,
      origin: 'syntax',
    };
  }
  return null;
}

function sourceOf(statement: AnyNode): string | null {
  if (
    statement.type !== 'ImportDeclaration' &&
    statement.type !== 'ExportAllDeclaration' &&
    statement.type !== 'ExportNamedDeclaration'
  )
    return null;
  return statement.source ? String(statement.source.value) : null;
}

/**
 * `export const a = 1` keeps its declaration, `export { a }` becomes an empty statement. Both begin with a semicolon,
 * so that the statement before, which may have ended at the line break, does not swallow what follows.
 */
export function printExport(node: ExportNamedDeclaration, context: Context, visit: Visit): Printed {
  const { declaration } = node;
  if (!declaration) return `;${blank(context.source.slice(node.start + 1, node.end))}`;
  return [
    ';     ',
    stretch([declaration], node.start + 'export'.length, node.end, (child) =>
      visit(child, inner(context)),
    ),
  ];
}

const EXPORT_DEFAULT = /export(?:\s|\/\*[^]*?\*\/|\/\/.*)*default/y;

/** `export default x` becomes the statement `(x)`, a named function or class stays a declaration. */
export function printExportDefault(
  node: ExportDefaultDeclaration,
  context: Context,
  visit: Visit,
): Printed {
  const { declaration } = node;
  const { source } = context;
  EXPORT_DEFAULT.lastIndex = node.start;
  EXPORT_DEFAULT.test(source);
  const start = EXPORT_DEFAULT.lastIndex;
  const keywords = blank(source.slice(node.start + 2, start));
  const printed = (end: number): Printed =>
    stretch([declaration], start, end, (child) => visit(child, inner(context)));
  const isDeclaration =
    declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
  if (isDeclaration && declaration.id) return [`; ${keywords}`, printed(node.end)];
  const end = source[node.end - 1] === ';' ? node.end - 1 : node.end;
  return [`;(${keywords}`, printed(end), ');', slice(end, end)];
}

/** Spaces of the same length; line breaks stay. */
function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, ' ');
}

/** `import(x)` asks the recorder first, which makes the promise reject with a sentence where x needs the network. */
export function printImport(node: ImportExpression, context: Context, visit: Visit): Printed {
  const own = inner(context);
  return slices(node, (child) =>
    child === node.source ? [`${context.hook}.i(`, visit(child, own), ')'] : visit(child, own),
  );
}
