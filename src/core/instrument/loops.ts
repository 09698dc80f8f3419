/**
 * Loops: the guard at the head of the body, the elements that `for…of` reads, and for loops that may become hot the
 * unrecorded twin in which they go on once recording is off.
 */
import type { AnyNode, LabeledStatement } from 'acorn';
import { isElement } from './accesses';
import { counterOf, type Context, type Visit } from './context';
import { CountedLoop, interrupted, RunCursor, uncertain } from './counting';
import { needsLoopGuard } from './guard-needs';
import { block } from './guards';
import { mayBeView, printTarget } from './patterns';
import { childrenOf, isFunction, isLoop, lineOf, type LoopNode } from './parse';
import type { Printed } from './printer';
import { recordingWith, siteOf, within, type Recording, type Temporaries } from './recording';
import { inner, lineBreaks, operand, slice, slices, stretch, unnamed } from './slices';

/** A label is printed with its loop: `continue` must find it right there. */
export function printLabel(node: LabeledStatement, context: Context, visit: Visit): Printed {
  const loop = labelledLoop(node);
  const printed =
    loop === null || context.recording === null
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
  const labels = slice(label?.start ?? node.start, node.start);
  if (recording === null) return [labels, slices(node, loopParts(node, own, visit))];
  if (recording.counting !== null) return printInTwin(node, labels, own, recording, visit);
  if (recording.temporaries !== null && maySwitch(node)) {
    return isIteration(node)
      ? printBranching(node, labels, own, recording, visit)
      : printSwitching(node, label ?? node, own, recording.temporaries, visit);
  }
  const turns = turnsOf(node, own, recording);
  const printed = slices(node, loopParts(node, own, visit, '', turns));
  turns?.release();
  return [labels, printed];
}

/**
 * How each part of a loop is printed.
 *
 * @param before stands in front of the guard
 * @param turns how the elements that `for…of` reads are told
 */
function loopParts(
  node: LoopNode,
  context: Context,
  visit: Visit,
  before = '',
  turns: Turns | null = null,
): (child: AnyNode) => Printed {
  const headOf = (child: AnyNode): Context => uncertain(within(context, child));
  return (child) => {
    if (child === node.body)
      return printBody(
        child,
        `${before}${guardOf(node, context)}${turns?.record ?? ''}`,
        context,
        visit,
      );
    if (context.recording === null) return visit(child, context);
    if (isIteration(node)) {
      if (child === node.left && child.type !== 'VariableDeclaration')
        return printTarget(child, headOf(child), visit);
      if (child === node.right && turns !== null)
        return turns.source(unnamed(child, visit(child, headOf(child))));
    }
    if (child.type === 'VariableDeclaration') return printDeclaration(child, headOf(child), visit);
    const discarded = node.type === 'ForStatement' && child !== node.test;
    return visit(child, { ...headOf(child), discarded });
  };
}

function guardOf(node: LoopNode, { hook }: Context): string {
  const counter = counterOf(hook);
  return needsLoopGuard(node) ? `if(--${counter}<0)${counter}=${hook}.g(${lineOf(node)});` : '';
}

type Iteration = Extract<LoopNode, { type: 'ForInStatement' | 'ForOfStatement' }>;

function isIteration(node: LoopNode): node is Iteration {
  return node.type === 'ForInStatement' || node.type === 'ForOfStatement';
}

function printBody(body: AnyNode, head: string, context: Context, visit: Visit): Printed {
  if (head === '') return visit(body, context);
  return body.type === 'BlockStatement'
    ? block(body, head, context, visit)
    : [`{${head}`, visit(body, uncertain(context)), '}'];
}

/** Without the semicolon that a declaration of its own gets. */
function printDeclaration(node: AnyNode, context: Context, visit: Visit): Printed {
  return slices(node, (child) => visit(child, context));
}

interface Turns {
  /** What is iterated, kept in a temporary. */
  source(printed: Printed): Printed;
  /** What stands at the head of a turn. */
  readonly record: string;
  readonly object: string;
  readonly site: number;
  release(): void;
}

/**
 * `for (const x of ($1=0,$2=list)) { $.E($2,$1++,site); … }`: each turn reads one element.
 *
 * @param loop inside a twin: counts the turns instead
 */
function turnsOf(
  node: LoopNode,
  { hook }: Context,
  recording: Recording,
  loop: CountedLoop | null = null,
): Turns | null {
  const { temporaries } = recording;
  if (node.type !== 'ForOfStatement' || node.await || temporaries === null) return null;
  if (!mayBeView(node.right)) return null;
  const object = temporaries.take();
  const site = siteOf(node.right, { ...recording, statement: node.right });
  if (loop !== null) {
    return {
      source: (printed) => [`(${object}=`, printed, ')'],
      record: countTurn(loop, object, site),
      object,
      site,
      release: () => temporaries.release(object),
    };
  }
  const counter = temporaries.take();
  return {
    source: (printed) => [`(${counter}=0,${object}=`, printed, ')'],
    record: `${hook}.E(${object},${counter}++,${site});`,
    object,
    site,
    release: () => temporaries.release(object, counter),
  };
}

function countTurn(loop: CountedLoop, object: string, site: number): string {
  const counter = loop.counter();
  loop.report(counter, object, site, false);
  return `${counter}++;`;
}

/**
 * `for (const x of list) { if ($.o) { … } else { … } }`: an iterator cannot be handed to another loop, so each turn
 * looks whether it is recorded.
 */
function printBranching(
  node: Iteration,
  labels: Printed,
  context: Context,
  recording: Recording,
  visit: Visit,
): Printed {
  const loop = new CountedLoop(node, recording.counterNames);
  const turns = turnsOf(node, context, recording);
  const counted = recordingWith(context, {
    counting: { loops: [loop], cursor: new RunCursor(null), certain: false },
  });
  const guard = guardOf(node, context);
  const parts = loopParts(node, context, visit, '', turns);
  const printed = slices(node, (child) => {
    if (child !== node.body) return parts(child);
    const recorded = parts(child);
    const turn = turns === null ? '' : countTurn(loop, turns.object, turns.site);
    const plain = printBody(child, guard + turn, counted, visit);
    return [`{if(${context.hook}.o){`, recorded, '}else{', { oneLine: plain }, '}}'];
  });
  turns?.release();
  return loop.wrap([labels, printed]);
}

/**
 * Whether a loop may go on in a twin. Its text is then there twice, so it must hold nothing that is known by where it
 * stands (functions and classes, which may also close over the variables of a turn, and tagged templates), and nothing
 * that stops half-way.
 */
function maySwitch(node: LoopNode): boolean {
  const reads = node.type === 'ForOfStatement' && mayBeView(node.right);
  const touches = reads || hasElement(isIteration(node) ? node.body : node);
  return touches && !hasAnchor(isIteration(node) ? node.body : node) && !isAwaiting(node);
}

function isAwaiting(node: LoopNode): boolean {
  return node.type === 'ForOfStatement' && node.await;
}

function hasElement(node: AnyNode): boolean {
  return isElement(node) || childrenOf(node).some(hasElement);
}

const ANCHORS: ReadonlySet<string> = new Set([
  'ClassDeclaration',
  'ClassExpression',
  'TaggedTemplateExpression',
  'YieldExpression',
  'AwaitExpression',
  'WithStatement',
]);

function hasAnchor(node: AnyNode): boolean {
  return (
    isFunction(node) ||
    ANCHORS.has(node.type) ||
    (node.type === 'ForOfStatement' && node.await) ||
    (node.type === 'Identifier' && node.name === 'eval') ||
    childrenOf(node).some(hasAnchor)
  );
}

/**
 * `{ let i = 0; $1=false; for (; i < n; i++) { if(!$.o){$1=true;break} … } if($1) do { … } while (i++, i < n); }`:
 * at the head of a turn nothing of it has happened yet, so the twin begins with that very turn.
 */
function printSwitching(
  node: LoopNode,
  whole: AnyNode,
  context: Context,
  temporaries: Temporaries,
  visit: Visit,
): Printed {
  const { source, hook } = context;
  const left = temporaries.take();
  const parts = loopParts(node, context, visit, `if(!${hook}.o){${left}=true;break}`);
  const labels = labelsOf(whole);
  const start: Printed = ['{', lineBreaks(source.slice(whole.start, node.start))];
  const recorded: Printed = declaresInHead(node)
    ? [
        lineBreaks(source.slice(node.start, node.init.start)),
        parts(node.init),
        `;${left}=false;${labels}for(`,
        stretch(
          childrenOf(node).filter((child) => child !== node.init),
          node.init.end,
          node.end,
          parts,
        ),
      ]
    : [`${left}=false;${labels}`, slices(node, parts)];
  temporaries.release(left);
  const ended = node.type === 'DoWhileStatement' && source[node.end - 1] !== ';' ? ';' : '';
  return [start, recorded, `${ended}if(${left})`, printTwin(node, labels, context, visit), '}'];
}

type HeadDeclaration = LoopNode & { type: 'ForStatement'; init: AnyNode };

function declaresInHead(node: LoopNode): node is HeadDeclaration {
  return (
    node.type === 'ForStatement' &&
    node.init?.type === 'VariableDeclaration' &&
    node.init.kind !== 'var'
  );
}

function labelsOf(node: AnyNode): string {
  return node.type === 'LabeledStatement' ? `${node.label.name}:${labelsOf(node.body)}` : '';
}

function printTwin(node: LoopNode, labels: string, context: Context, visit: Visit): Printed {
  const { recording } = context;
  if (recording === null) return '';
  const loop = new CountedLoop(node, recording.counterNames);
  const own = recordingWith(context, {
    counting: { loops: [loop], cursor: new RunCursor(null), certain: false },
  });
  const parts = loopParts(node, own, visit);
  const body = parts(node.body);
  const braced = node.body.type === 'BlockStatement' ? body : ['{', body, '}'];
  const turn: Printed = [`${labels}do`, braced, 'while(', printCondition(node, parts), ');'];
  return { oneLine: loop.wrap(turn) };
}

/** What stands between two turns. */
function printCondition(node: LoopNode, parts: (child: AnyNode) => Printed): Printed {
  if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') return parts(node.test);
  if (node.type !== 'ForStatement') return '';
  const update = node.update ? [parts(node.update), ','] : '';
  return [update, node.test ? operand(node.test, parts(node.test)) : 'true'];
}

/** A loop inside a twin stays one loop; what it counts is told when it is left, unless an outer one can tell it. */
function printInTwin(
  node: LoopNode,
  labels: Printed,
  context: Context,
  recording: Recording,
  visit: Visit,
): Printed {
  const { counting } = recording;
  if (counting === null) return '';
  const loop = new CountedLoop(node, recording.counterNames);
  const own = recordingWith(context, {
    counting: { ...counting, loops: [...counting.loops, loop], certain: false },
  });
  const turns = turnsOf(node, own, recording, loop);
  const printed = loop.wrap([labels, slices(node, loopParts(node, own, visit, '', turns))]);
  turns?.release();
  interrupted(context);
  return printed;
}
