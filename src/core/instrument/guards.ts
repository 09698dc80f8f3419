/**
 * Guards: what lets a runaway program be stopped. A loop asks between its turns (strips.ts) or at the head of its body
 * (at the end, `continue` would skip it), a function at its head, and catch and finally throw the guard's signal on
 * instead of swallowing it.
 */
import type { AnyNode, BlockStatement, TryStatement } from 'acorn';
import { counterOf, FIRST_TURNS, type Context, type Visit } from './context';
import { interrupted } from './counting';
import { guardedLoopsOf, needsFunctionGuard } from './guard-needs';
import { lineOf, type FunctionNode } from './parse';
import type { Printed } from './printer';
import { recordingWith, Temporaries, within } from './recording';
import { endOfToken, inner, slice, slices, stretch } from './slices';
import { statements } from './statements';
import { isStrict } from './strict';

/** The declaration of what a body's loops count with, or nothing where no loop of its own needs it. */
export function counterFor(body: AnyNode, hook: string): string {
  return guardedLoopsOf(body).length === 0 ? '' : `let ${counterOf(hook)}=${FIRST_TURNS + 1};`;
}

/** `{ … }` with `head` as its first words. */
export function block(
  node: BlockStatement,
  head: string | (() => string),
  context: Context,
  visit: Visit,
): Printed {
  return [
    slice(node.start, node.start + 1),
    statements(node.body, node.start + 1, node.end, head, context, visit),
  ];
}

export function printFunction(node: FunctionNode, context: Context, visit: Visit): Printed {
  const isArrow = node.type === 'ArrowFunctionExpression';
  const { hook, source, recording } = context;
  const { body } = node;
  const temporaries = new Temporaries(hook);
  const outside: Context = {
    ...inner(context),
    moduleThis: isArrow && context.moduleThis,
    recording: recording && {
      ...recording,
      apart: true,
      counting: null,
      twinned: false,
      strict: recording.strict || isStrict(body),
    },
  };
  const own = recordingWith(outside, { temporaries, apart: false });
  const printParameter = (child: AnyNode): Printed => visit(child, within(outside, child));
  const guarded = needsFunctionGuard(node);
  const line = lineOf(node);
  if (body.type === 'BlockStatement') {
    const head = (): string =>
      temporaries.declaration +
      (guarded ? `if(--${hook}.n<0)${hook}.t(${line});` : '') +
      counterFor(body, hook);
    return slices(node, (child) =>
      child === body ? block(body, head, own, visit) : printParameter(child),
    );
  }
  const printed = visit(body, own);
  const { declaration } = temporaries;
  if (!guarded && declaration === '')
    return slices(node, (child) => (child === body ? printed : printParameter(child)));
  const arrow = endOfToken(source, node.params.at(-1)?.end ?? node.start, '=>');
  const guard = guarded ? `--${hook}.n<0&&${hook}.t(${line}),` : '';
  return [
    stretch(node.params, node.start, arrow, printParameter),
    declaration === '' ? '(' : `{${declaration}return(`,
    guard,
    stretch([body], arrow, node.end, () => printed),
    declaration === '' ? ')' : ')}',
  ];
}

export function printTry(node: TryStatement, context: Context, visit: Visit): Printed {
  const { hook } = context;
  const own = inner(context);
  const rethrow = `if(${hook}.x)${hook}.r();`;
  const printed = slices(node, (child) => {
    if (child.type === 'CatchClause')
      return slices(child, (part) =>
        part === child.body ? block(child.body, rethrow, own, visit) : visit(part, own),
      );
    if (node.finalizer && child === node.finalizer)
      return block(node.finalizer, rethrow, own, visit);
    return visit(child, own);
  });
  interrupted(context);
  return printed;
}
