/**
 * What can be said of a program's variables from its text: which stay the same while a loop runs, which hold nothing
 * but whole numbers, and which are functions that only calculate. "No" means that the text does not settle it.
 */
import type { AnyNode, Identifier, Program } from 'acorn';
import { isViewKind } from '../bytes/view-kinds';
import type { Goal } from '../trace/run';
import { isFunction, type LoopNode } from './parse';
import { buildScopes, visitReferences, type Binding, type Scope } from './scopes';
import { isArithmetic, isWholeNumber } from './whole-numbers';
import { findWrites, type Facts, type Write } from './writes';

export class Variables {
  readonly #goal: Goal;
  readonly #program: Program;
  readonly #facts: ReadonlyMap<Binding, Facts>;
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
    this.#facts = findWrites(program, scopes);
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
