/**
 * Which loops and functions need a guard. A leaf function (no call, no loop) cannot run away by itself, and a loop with
 * constant bounds ends by itself: leaving both alone is what keeps guarded code near full speed.
 */
import type { AnyNode, ForStatement } from 'acorn';
import { featuresOf, HAS } from './features';
import {
  childrenOf,
  isFunction,
  isLoop,
  lineOf,
  remembered,
  type FunctionNode,
  type LoopNode,
} from './parse';
import { boundNames } from './slices';

/** Turns of a constant-bounded loop (nested loops multiplied) that may go unguarded when its body calls nothing. */
const FREE_TURNS = 65_536;
/** The same where the body calls something, which may be slow native code. */
const FREE_TURNS_WITH_CALLS = 256;

/** Turns of a constant-bounded loop (nested loops multiplied) that are over before leaving it would be worth while. */
const BRIEF_TURNS = 1100;

/** Whether a loop ends by itself after a few turns. */
export function isBrief(loop: LoopNode): boolean {
  return turnsOf(loop) <= BRIEF_TURNS;
}

/** Whether a loop must look at the clock now and then. */
export function needsLoopGuard(loop: LoopNode): boolean {
  return turnsOf(loop) > (calls(loop) ? FREE_TURNS_WITH_CALLS : FREE_TURNS);
}

/** Whether a turn may be slow, so that a loop must not begin with the turns that a quick one has left. */
export function mayBeSlow(loop: LoopNode): boolean {
  return needsLoopGuard(loop) && calls(loop);
}

/** The words that ask a loop's guard. */
export function askOf(loop: LoopNode, hook: string): string {
  return `${hook}.g(${lineOf(loop)}${calls(loop) ? ',1' : ''})+1`;
}

/** Whether a function's head must: it calls something, so it may be part of an endless recursion. */
export function needsFunctionGuard(fn: FunctionNode): boolean {
  return calls(fn.body) || fn.params.some(calls);
}

/** The loops that belong to this body itself, not to a function inside it, and need the local counter. */
export function guardedLoopsOf(body: AnyNode): readonly LoopNode[] {
  const inside = childrenOf(body).flatMap((child) =>
    ownsCounter(child) ? [] : guardedLoopsOf(child),
  );
  return isLoop(body) && needsLoopGuard(body) ? [body, ...inside] : inside;
}

/** Functions and static blocks declare a counter of their own. */
function ownsCounter(node: AnyNode): boolean {
  return isFunction(node) || node.type === 'StaticBlock';
}

function calls(node: AnyNode): boolean {
  return (featuresOf(node) & HAS.call) !== 0;
}

/** The most turns that the loops in `node` make together; Infinity where the source does not say. */
const turnsOf = remembered((node): number => {
  let most = 1;
  for (const child of childrenOf(node)) {
    if (!isFunction(child)) most = Math.max(most, turnsOf(child));
  }
  return isLoop(node) ? boundOf(node) * most : most;
});

/**
 * Turns of `for (let i = 0; i < 64; i += 2)` when nothing in the body assigns i; else Infinity. A `var` can be assigned
 * from anywhere in its function, also by what the body calls.
 */
function boundOf(loop: LoopNode): number {
  if (loop.type !== 'ForStatement') return Infinity;
  const start = startOf(loop);
  const { test, update } = loop;
  if (start === null || test?.type !== 'BinaryExpression') return Infinity;
  if (test.left.type !== 'Identifier' || test.left.name !== start.name) return Infinity;
  const limit = numberOf(test.right);
  const step = update ? stepOf(update, start.name) : 0;
  const upward = test.operator === '<' || test.operator === '<=';
  const downward = test.operator === '>' || test.operator === '>=';
  if (limit === null || step === 0 || !(step > 0 ? upward : downward)) return Infinity;
  if (!isCounted(start.value, limit, step)) return Infinity;
  if (featuresOf(loop.body) & HAS.eval || mayAssign(loop.body, start.name)) return Infinity;
  return Math.max(0, Math.ceil((limit - start.value) / step) + 1);
}

/** Whether every turn comes nearer to the limit: from 2 ** 53 on, or in small steps, a sum may round back to itself. */
function isCounted(start: number, limit: number, step: number): boolean {
  const largest = Math.max(Math.abs(start), Math.abs(limit));
  return Math.abs(step) >= 1 && largest <= Number.MAX_SAFE_INTEGER;
}

function startOf(loop: ForStatement): { name: string; value: number } | null {
  if (loop.init?.type !== 'VariableDeclaration' || loop.init.kind !== 'let') return null;
  if (loop.init.declarations.length !== 1) return null;
  const declarator = loop.init.declarations[0];
  if (declarator?.id.type !== 'Identifier' || !declarator.init) return null;
  const value = numberOf(declarator.init);
  return value === null ? null : { name: declarator.id.name, value };
}

function stepOf(update: AnyNode, name: string): number {
  if (update.type === 'UpdateExpression') {
    if (update.argument.type !== 'Identifier' || update.argument.name !== name) return 0;
    return update.operator === '++' ? 1 : -1;
  }
  if (update.type !== 'AssignmentExpression' || update.left.type !== 'Identifier') return 0;
  const by = numberOf(update.right);
  if (update.left.name !== name || by === null) return 0;
  if (update.operator === '+=') return by;
  return update.operator === '-=' ? -by : 0;
}

function numberOf(node: AnyNode): number | null {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = numberOf(node.argument);
    return value === null ? null : -value;
  }
  return null;
}

/** Whether anything in `node` could assign to the variable, or declares another of its name. */
function mayAssign(node: AnyNode, name: string): boolean {
  const target = targetOf(node);
  if (target !== null && boundNames(target).includes(name)) return true;
  return childrenOf(node).some((child) => mayAssign(child, name));
}

/** What an expression, a declaration or a loop's head gives a value to. */
function targetOf(node: AnyNode): AnyNode | null {
  switch (node.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left;
    case 'UpdateExpression':
      return node.argument;
    case 'VariableDeclarator':
      return node.id;
    default:
      return null;
  }
}
