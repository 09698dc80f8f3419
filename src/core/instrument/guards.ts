/**
 * Guards: what lets a runaway program be stopped. A loop asks at the head of its body (at the end, `continue` would
 * skip it), a function at its head, and catch and finally throw the guard's signal on instead of swallowing it.
 */
import type { AnyNode, BlockStatement, TryStatement } from 'acorn';
import { counterOf, FIRST_TURNS, type Context, type Visit } from './context';
import { hasGuardedLoop, needsFunctionGuard, needsLoopGuard } from './guard-needs';
import { lineOf, type FunctionNode, type LoopNode } from './parse';
import type { Printed } from './printer';
import { endOfToken, inner, slice, slices, statements, stretch } from './slices';

/** The declaration of a body's loop counter, or nothing where no loop of its own needs one. */
export function counterFor(body: AnyNode, hook: string): string {
  return hasGuardedLoop(body) ? `let ${counterOf(hook)}=${FIRST_TURNS};` : '';
}

/** `{ … }` with `head` as its first words. */
export function block(node: BlockStatement, head: string, context: Context, visit: Visit): Printed {
  return [
    slice(node.start, node.start + 1),
    statements(node.body, node.start + 1, node.end, head, context, visit),
  ];
}

export function printLoop(node: LoopNode, context: Context, visit: Visit): Printed {
  const own = inner(context);
  const { hook } = context;
  const counter = counterOf(hook);
  const guard = `if(--${counter}<0)${counter}=${hook}.g(${lineOf(node)});`;
  return slices(node, (child) => {
    if (child !== node.body || !needsLoopGuard(node)) return visit(child, own);
    return child.type === 'BlockStatement'
      ? block(child, guard, own, visit)
      : [`{${guard}`, visit(child, own), '}'];
  });
}

export function printFunction(node: FunctionNode, context: Context, visit: Visit): Printed {
  const isArrow = node.type === 'ArrowFunctionExpression';
  const own: Context = { ...inner(context), moduleThis: isArrow && context.moduleThis };
  const { hook, source } = context;
  const guarded = needsFunctionGuard(node);
  const line = lineOf(node);
  const { body } = node;
  if (body.type === 'BlockStatement') {
    const head = (guarded ? `if(--${hook}.n<0)${hook}.t(${line});` : '') + counterFor(body, hook);
    return slices(node, (child) =>
      child === body ? block(body, head, own, visit) : visit(child, own),
    );
  }
  if (!guarded) return slices(node, (child) => visit(child, own));
  const arrow = endOfToken(source, node.params.at(-1)?.end ?? node.start, '=>');
  return [
    stretch(node.params, node.start, arrow, (child) => visit(child, own)),
    `(--${hook}.n<0&&${hook}.t(${line}),`,
    stretch([body], arrow, node.end, (child) => visit(child, own)),
    ')',
  ];
}

export function printTry(node: TryStatement, context: Context, visit: Visit): Printed {
  const { hook } = context;
  const own = inner(context);
  const rethrow = `if(${hook}.x)${hook}.r();`;
  return slices(node, (child) => {
    if (child.type === 'CatchClause')
      return slices(child, (part) =>
        part === child.body ? block(child.body, rethrow, own, visit) : visit(part, own),
      );
    if (node.finalizer && child === node.finalizer)
      return block(node.finalizer, rethrow, own, visit);
    return visit(child, own);
  });
}
