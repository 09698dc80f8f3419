/** Loops and their labels: with the guard alone, recorded, or recorded with a twin. */
import type { LabeledStatement } from 'acorn';
import type { Context, Visit } from './context';
import { interrupted } from './counting';
import { isBrief } from './guard-needs';
import { isIteration, printGuarded } from './loop-parts';
import { maySwitch } from './may-switch';
import { isLoop, type LoopNode } from './parse';
import type { Printed } from './printer';
import { inner, slices } from './slices';
import { turnsOf } from './turns';
import { printBranching, printInTwin, printSwitching } from './twins';

/** A label is printed with its loop: `continue` must find it right there. */
export function printLabel(node: LabeledStatement, context: Context, visit: Visit): Printed {
  const loop = labelledLoop(node);
  const printed =
    loop === null
      ? slices(node, (child) => visit(child, inner(context)))
      : printLoop(loop, context, visit, node);
  // A `break` that left it may have skipped what it holds.
  interrupted(context);
  return printed;
}

function labelledLoop({ body }: LabeledStatement): LoopNode | null {
  if (body.type === 'LabeledStatement') return labelledLoop(body);
  return isLoop(body) ? body : null;
}

export function printLoop(
  node: LoopNode,
  context: Context,
  visit: Visit,
  label?: LabeledStatement,
): Printed {
  const { recording } = context;
  const own = inner(context);
  const whole = label ?? node;
  if (recording === null) return printGuarded(node, whole, own, visit);
  if (recording.counting !== null) return printInTwin(node, whole, own, recording, visit);
  // The loop around it looks soon enough, and a second twin inside the recorded half is compiled for a few turns alone.
  if (maySwitch(node) && !(recording.twinned && isBrief(node))) {
    return isIteration(node)
      ? printBranching(node, whole, own, recording, visit)
      : printSwitching(node, whole, own, recording.temporaries, visit);
  }
  const turns = turnsOf(node, own, recording);
  const printed = printGuarded(node, whole, own, visit, turns);
  turns?.release();
  return printed;
}
