/** Scopes and the names declared in them, as far as telling a shadowed name from the outer one needs it. */
import type { AnyNode, Identifier, Program } from 'acorn';
import type { Family } from '../bytes/view-kinds';
import { childrenOf, isFunction, isLoop } from './parse';
import { boundNames } from './slices';

/** A declared variable; `family` is null while it is not known to hold a view. */
export interface Binding {
  family: Family | null;
  readonly scope: Scope;
}

export class Scope {
  readonly #names = new Map<string, Binding>();

  constructor(
    readonly outer: Scope | null,
    /** The node that opens it. */
    readonly node: AnyNode,
    /** Whether `var` belongs here: a function or the program. */
    readonly isFunction: boolean,
  ) {}

  /** The scope that `var` belongs to here. */
  get function(): Scope {
    return this.isFunction || this.outer === null ? this : this.outer.function;
  }

  declare(name: string): void {
    if (!this.#names.has(name)) this.#names.set(name, { family: null, scope: this });
  }

  find(name: string): Binding | null {
    return this.#names.get(name) ?? this.outer?.find(name) ?? null;
  }
}

export interface Scopes {
  /** The scope that `node` opens, else `outer`. The program always opens one. */
  of(node: AnyNode, outer?: Scope): Scope;
}

/** Builds every scope of a program and declares its names: `var` and functions hoisted, the rest in its block. */
export function buildScopes(program: Program): Scopes {
  const top = new Scope(null, program, true);
  const scopes = new WeakMap<AnyNode, Scope>([[program, top]]);

  const build = (node: AnyNode, outer: Scope): void => {
    let scope = outer;
    if (node !== program && opensScope(node)) {
      scope = new Scope(outer, node, isFunction(node) || node.type === 'StaticBlock');
      scopes.set(node, scope);
    }
    declareFrom(node, scope, outer);
    for (const child of childrenOf(node)) build(child, scope);
  };
  build(program, top);
  return { of: (node, outer = top) => scopes.get(node) ?? outer };
}

function opensScope(node: AnyNode): boolean {
  return (
    isFunction(node) ||
    isLoop(node) ||
    node.type === 'BlockStatement' ||
    node.type === 'SwitchStatement' ||
    node.type === 'CatchClause' ||
    node.type === 'ClassExpression' ||
    node.type === 'StaticBlock'
  );
}

function declareFrom(node: AnyNode, scope: Scope, outer: Scope): void {
  if (isFunction(node)) {
    for (const parameter of node.params) declareAll(boundNames(parameter), scope);
    if (node.id) (node.type === 'FunctionDeclaration' ? outer : scope).declare(node.id.name);
  } else if (node.type === 'VariableDeclaration') {
    const target = node.kind === 'var' ? scope.function : scope;
    for (const { id } of node.declarations) declareAll(boundNames(id), target);
  } else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
    if (node.id) scope.declare(node.id.name);
  } else if (node.type === 'CatchClause' && node.param) {
    declareAll(boundNames(node.param), scope);
  } else if (node.type === 'ImportDeclaration') {
    for (const { local } of node.specifiers) scope.declare(local.name);
  }
}

function declareAll(names: readonly string[], scope: Scope): void {
  for (const name of names) scope.declare(name);
}

/** Calls `found` for every identifier that stands for a variable: not for property names, keys and labels. */
export function visitReferences(
  node: AnyNode,
  scopes: Scopes,
  outer: Scope,
  found: (node: Identifier, scope: Scope) => void,
): void {
  const scope = scopes.of(node, outer);
  if (node.type === 'Identifier') {
    found(node, scope);
    return;
  }
  for (const child of childrenOf(node)) {
    if (child.type !== 'Identifier' || isVariable(node, child)) {
      visitReferences(child, scopes, scope, found);
    }
  }
}

function isVariable(parent: AnyNode, child: Identifier): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return child === parent.object || parent.computed;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return child === parent.value || parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
      return false;
    default:
      return true;
  }
}
