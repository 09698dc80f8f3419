/**
 * What can be said of a program's variables from its text: which stay the same while a loop runs, which hold nothing
 * but whole numbers, and which are functions that only calculate. "No" means that the text does not settle it.
 */
import type { AnyNode, Identifier, Program } from 'acorn';
import { isViewKind } from '../bytes/view-kinds';
import type { Goal } from '../trace/run';
import { childrenOf, isFunction, type LoopNode } from './parse';
import { buildScopes, visitReferences, type Binding, type Scope } from './scopes';
import { boundNames } from './slices';
import { isArithmetic, isWholeNumber } from './whole-numbers';

/** Something that gives a variable a value. */
interface Write {
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

interface Facts {
  readonly writes: Write[];
  isVar: boolean;
  isParameter: boolean;
}

export class Variables {
  readonly #goal: Goal;
  readonly #program: Program;
  readonly #facts = new Map<Binding, Facts>();
  readonly #references = new Map<Identifier, { binding: Binding | null; scope: Scope }>();
  readonly #whole = new Map<Binding, boolean>();
  #hasEval = false;
  #hasArguments = false;

  constructor(program: Program, goal: Goal) {
    this.#program = program;
    this.#goal = goal;
    const scopes = buildScopes(program);
    visitReferences(program, scopes, scopes.of(program), (node, scope) => {
      this.#references.set(node, { binding: scope.find(node.name), scope });
      if (node.name === 'eval') this.#hasEval = true;
      if (node.name === 'arguments') this.#hasArguments = true;
    });
    const visit = (node: AnyNode, outer: Scope, parent: AnyNode): void => {
      const scope = scopes.of(node, outer);
      this.#noteWrites(node, scope, outer, parent);
      for (const child of childrenOf(node)) visit(child, scope, node);
    };
    visit(program, scopes.of(program), program);
  }

  /** Whether the variable holds the same value from before the loop until it has been left. */
  isInvariant(node: Identifier, loop: LoopNode): boolean {
    const found = this.#known(node);
    if (found === null) return false;
    const { binding, facts, scope } = found;
    if (isIn(binding.scope.node, loop) || (facts.isParameter && this.#hasArguments)) return false;
    if (facts.writes.length === 1 && facts.writes[0]?.declares) return true;
    const own = scope.function;
    // Another function could assign while this one is in the loop; so could this one, called again, to an outer variable.
    return (
      binding.scope.function === own &&
      facts.writes.every((write) => write.scope.function === own && !isIn(write, loop))
    );
  }

  /** Whether an expression surely gives a whole number (or throws). */
  isWhole(node: AnyNode): boolean {
    return isWholeNumber(node, (name) => this.#isWholeVariable(name, []));
  }

  /** Whether the variable only ever holds typed arrays that its program makes for it. */
  isTypedArray(node: Identifier): boolean {
    const writes = this.#known(node)?.facts.writes ?? [];
    return (
      writes.length > 0 &&
      writes.every(
        ({ value, operator }) =>
          operator === '=' &&
          value?.type === 'NewExpression' &&
          value.callee.type === 'Identifier' &&
          value.callee.name !== 'DataView' &&
          isViewKind(value.callee.name) &&
          this.#references.get(value.callee)?.binding === null,
      )
    );
  }

  /** Whether a call of this variable only calculates: it cannot throw, and touches no memory. */
  isCalculation(callee: Identifier): boolean {
    const found = this.#known(callee);
    const [write, other] = found?.facts.writes ?? [];
    const value = write?.value;
    if (other !== undefined || !value || !isFunction(value) || value.async || value.generator)
      return false;
    if (!value.params.every(({ type }) => type === 'Identifier')) return false;
    if (value.body.type !== 'BlockStatement') return isArithmetic(value.body);
    const [statement, more] = value.body.body;
    return (
      more === undefined &&
      statement?.type === 'ReturnStatement' &&
      !!statement.argument &&
      isArithmetic(statement.argument)
    );
  }

  #known(node: Identifier): { binding: Binding; facts: Facts; scope: Scope } | null {
    const reference = this.#references.get(node);
    if (!reference?.binding || this.#hasEval) return null;
    const { binding, scope } = reference;
    const facts = this.#facts.get(binding);
    if (facts === undefined) return null;
    // A script's own `var` is a property of the global object, which anyone may write to.
    const isGlobal = this.#goal === 'script' && binding.scope.node === this.#program;
    return isGlobal && facts.isVar ? null : { binding, facts, scope };
  }

  /** @param assumed variables that are being looked at: true unless something else speaks against it */
  #isWholeVariable(node: Identifier, assumed: readonly Binding[]): boolean {
    const found = this.#known(node);
    if (found === null) return false;
    const { binding, facts } = found;
    if (assumed.includes(binding)) return true;
    const known = this.#whole.get(binding);
    if (known === false) return false;
    const inner = [...assumed, binding];
    const whole =
      known ??
      (!(facts.isParameter && this.#hasArguments) &&
        facts.writes.every((write) => this.#isWholeWrite(write, inner)));
    // What was found under an assumption about another variable holds only with it.
    if (!whole || assumed.length === 0) this.#whole.set(binding, whole);
    return whole && (!facts.isVar || facts.writes.some((write) => comesFirst(write, node)));
  }

  #isWholeWrite({ value, operator }: Write, assumed: readonly Binding[]): boolean {
    if (operator === '++' || operator === '--') return true;
    if (value === null) return false;
    // The variable's own value is a whole number, so an operator with it either gives a number or throws.
    if (['|=', '&=', '^=', '<<=', '>>=', '>>>='].includes(operator)) return true;
    if (!['=', '+=', '-=', '*=', '%='].includes(operator)) return false;
    return isWholeNumber(value, (name) => this.#isWholeVariable(name, assumed));
  }

  #noteWrites(node: AnyNode, scope: Scope, outer: Scope, parent: AnyNode): void {
    const note = (
      name: string,
      from: Scope,
      value: AnyNode | null,
      more: Partial<Write> & { isVar?: boolean; isParameter?: boolean } = {},
    ): void => {
      const binding = from.find(name);
      if (binding === null) return;
      const facts = this.#facts.get(binding) ?? { writes: [], isVar: false, isParameter: false };
      this.#facts.set(binding, facts);
      const { isVar = false, isParameter = false, ...rest } = more;
      facts.isVar ||= isVar;
      facts.isParameter ||= isParameter;
      const { start, end } = node;
      const write = { start, end, scope, value, operator: '=', declares: false, inside: null };
      facts.writes.push({ ...write, ...rest });
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
            for (const name of boundNames(id)) this.#declareVar(scope, name);
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

  #declareVar(scope: Scope, name: string): void {
    const binding = scope.find(name);
    if (binding === null) return;
    const facts = this.#facts.get(binding) ?? { writes: [], isVar: true, isParameter: false };
    facts.isVar = true;
    this.#facts.set(binding, facts);
  }
}

/** Whether a declaration with `var` has given its value whenever `node` is evaluated. */
function comesFirst(write: Write, node: Identifier): boolean {
  return (
    write.declares && write.inside !== null && isIn(node, write.inside) && write.end <= node.start
  );
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isIn(part: Stretch, whole: Stretch): boolean {
  return whole.start <= part.start && part.end <= whole.end;
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
