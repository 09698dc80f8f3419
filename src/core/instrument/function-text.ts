/** Where the text of a function stands in the source, as `Function.prototype.toString` gives it (ECMA-262 §20.2.3.5). */
import type { AnyNode } from 'acorn';
import type { Slice } from './printer';

/** @returns null for nodes that make no function, and for the value of a method, whose text begins at its name */
export function findFunctionText(node: AnyNode, source: string): Slice | null {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node;
    case 'FunctionExpression':
      // A method's value begins at its parameters.
      return source[node.start] === '(' ? null : node;
    case 'Property':
      return node.method || node.kind !== 'init' ? node : null;
    case 'MethodDefinition':
      return node.static ? null : node;
    default:
      return null;
  }
}
