/** Where a program gives its variables their values. */
import type { AnyNode, Program } from 'acorn';
import { childrenOf } from './parse';
import type { Binding, Scope, Scopes } from './scopes';
import { boundNames } from './slices';

/** Something that gives a variable a value. */
export interface Write {
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  /** What is assigned, where the text shows it. */
  readonly value: AnyNode | null;
  /** `=`, a compound operator, `++` or `--`. */
  readonly operator: string;
  /** The declaration itself; with `var`, the node in which it surely happens before what follows. */
  readonly declares: boolean;
  readonly inside: AnyNode | null;
}

export interface Facts {
  readonly writes: Write[];
  isVar: boolean;
  isParameter: boolean;
}

/** Everything that is assigned or declared, by variable. */
export function findWrites(program: Program, scopes: Scopes): ReadonlyMap<Binding, Facts> {
  const facts = new Map<Binding, Facts>();
  const visit = (node: AnyNode, outer: Scope, parent: AnyNode): void => {
    const scope = scopes.of(node, outer);
    noteWrites(facts, node, scope, outer, parent);
    for (const child of childrenOf(node)) visit(child, scope, node);
  };
  visit(program, scopes.of(program), program);
  return facts;
}

function factsOf(facts: Map<Binding, Facts>, binding: Binding): Facts {
  const known = facts.get(binding) ?? { writes: [], isVar: false, isParameter: false };
  facts.set(binding, known);
  return known;
}

function noteWrites(
  facts: Map<Binding, Facts>,
  node: AnyNode,
  scope: Scope,
  outer: Scope,
  parent: AnyNode,
): void {
  const note = (
    name: string,
    from: Scope,
    value: AnyNode | null,
    more: Partial<Write> & { isVar?: boolean; isParameter?: boolean } = {},
  ): void => {
    const binding = from.find(name);
    if (binding === null) return;
    const own = factsOf(facts, binding);
    const { isVar = false, isParameter = false, ...rest } = more;
    own.isVar ||= isVar;
    own.isParameter ||= isParameter;
    const { start, end } = node;
    const write = { start, end, scope, value, operator: '=', declares: false, inside: null };
    own.writes.push({ ...write, ...rest });
  };
  switch (node.type) {
    case 'VariableDeclaration': {
      const isVar = node.kind === 'var';
      const isHead =
        (parent.type === 'ForInStatement' || parent.type === 'ForOfStatement') &&
        parent.left === node;
      for (const { id, init } of node.declarations) {
        const value = id.type === 'Identifier' ? (init ?? null) : null;
        if (isVar && !init && !isHead) {
          for (const name of boundNames(id)) {
            const binding = scope.find(name);
            if (binding) factsOf(facts, binding).isVar = true;
          }
          continue;
        }
        const inside = parent.type === 'SwitchCase' ? null : parent;
        for (const name of boundNames(id)) {
          note(name, scope, value, { declares: !isHead, inside, isVar });
        }
      }
      return;
    }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const isDeclaration = node.type === 'FunctionDeclaration';
      const isVar = isDeclaration;
      if (node.id)
        note(node.id.name, isDeclaration ? outer : scope, node, { declares: true, isVar });
      for (const parameter of node.params) {
        for (const name of boundNames(parameter))
          note(name, scope, null, { declares: true, isParameter: true });
      }
      return;
    }
    case 'ClassDeclaration':
    case 'ClassExpression':
      if (node.id) note(node.id.name, scope, null, { declares: true });
      return;
    case 'CatchClause':
      if (node.param)
        for (const name of boundNames(node.param)) note(name, scope, null, { declares: true });
      return;
    case 'AssignmentExpression':
      if (node.left.type === 'Identifier')
        note(node.left.name, scope, node.right, { operator: node.operator });
      else for (const name of targetNames(node.left)) note(name, scope, null);
      return;
    case 'UpdateExpression':
      if (node.argument.type === 'Identifier')
        note(node.argument.name, scope, null, { operator: node.operator });
      return;
    case 'ForInStatement':
    case 'ForOfStatement':
      for (const name of targetNames(node.left)) note(name, scope, null);
      return;
    default:
      return;
  }
}

/** The variables that an assignment pattern assigns. */
function targetNames(node: AnyNode): readonly string[] {
  switch (node.type) {
    case 'Identifier':
      return [node.name];
    case 'ArrayPattern':
      return node.elements.flatMap((element) => (element ? targetNames(element) : []));
    case 'ObjectPattern':
      return node.properties.flatMap(targetNames);
    case 'Property':
      return targetNames(node.value);
    case 'AssignmentPattern':
      return targetNames(node.left);
    case 'RestElement':
      return targetNames(node.argument);
    default:
      return [];
  }
}
