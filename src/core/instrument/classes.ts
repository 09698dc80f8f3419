/** Classes: fields and static blocks are functions of their own, and all of a class is strict. */
import type { AnyNode } from 'acorn';
import type { Context, Visit } from './context';
import { counterFor } from './guards';
import { childrenOf } from './parse';
import type { Printed } from './printer';
import { recordingWith, Temporaries, within } from './recording';
import { inner, printChildren, slice, slices, stretch } from './slices';
import { statements } from './statements';

export function printClass(node: AnyNode, context: Context, visit: Visit): Printed {
  return printChildren(node, recordingWith(context, { strict: true }), visit);
}

const STATIC = /static(?:\s|\/\*[^]*?\*\/|\/\/.*)*/y;

/** The text of a static method begins behind that word. */
export function printMethod(
  node: Extract<AnyNode, { type: 'MethodDefinition' }>,
  context: Context,
  visit: Visit,
): Printed {
  if (!node.static) return printChildren(node, context, visit);
  STATIC.lastIndex = node.start;
  STATIC.test(context.source);
  const start = STATIC.lastIndex;
  const own = inner(context);
  const printed = stretch(childrenOf(node), start, node.end, (child) => visit(child, own));
  return [slice(node.start, start), { functionAt: { start, end: node.end }, printed }];
}

export function printField(
  node: Extract<AnyNode, { type: 'PropertyDefinition' }>,
  context: Context,
  visit: Visit,
): Printed {
  const field = recordingWith(within(withoutThis(context), node), {
    apart: true,
    counting: null,
    twinned: false,
  });
  return slices(node, (child) => visit(child, child === node.value ? field : inner(context)));
}

export function printStaticBlock(
  node: Extract<AnyNode, { type: 'StaticBlock' }>,
  context: Context,
  visit: Visit,
): Printed {
  const start = context.source.indexOf('{', node.start) + 1;
  const temporaries = new Temporaries(context.hook);
  const own = recordingWith(withoutThis(context), {
    temporaries,
    apart: false,
    counting: null,
    twinned: false,
  });
  const head = (): string => temporaries.declaration + counterFor(node, context.hook);
  return [slice(node.start, start), statements(node.body, start, node.end, head, own, visit)];
}

function withoutThis(context: Context): Context {
  return { ...inner(context), moduleThis: false };
}
