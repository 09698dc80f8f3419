/** Unrecorded twins: where a hot loop goes on once recording is off. */
import type { AnyNode } from 'acorn';
import { counterOf, type Context, type Visit } from './context';
import { CountedLoop, interrupted, RunCursor, TurnCount } from './counting';
import { guardedLoopsOf } from './guard-needs';
import { guardOf, loopParts, printBody, printGuarded, type Iteration } from './loop-parts';
import { childrenOf, type LoopNode } from './parse';
import type { Printed } from './printer';
import { recordingWith, type Recording, type Temporaries } from './recording';
import { labelsOf, lineBreaks, operand, slice, slices, stretch } from './slices';
import { entryOf, stripOf, type Strip } from './strips';
import { countTurn, turnsOf } from './turns';

/**
 * `for (const x of list) { if ($.o) { … } else { … } }`: an iterator cannot be handed to another loop, so each turn
 * looks whether it is recorded.
 */
export function printBranching(
  node: Iteration,
  whole: AnyNode,
  context: Context,
  recording: Recording,
  visit: Visit,
): Printed {
  const loop = new CountedLoop(node, recording.counterNames);
  const turns = turnsOf(node, context, recording);
  const counted = recordingWith(context, {
    counting: {
      loops: [loop],
      cursor: new RunCursor(null),
      certain: false,
      flush: null,
      turns: null,
    },
  });
  const guard = guardOf(node, context);
  const own = recordingWith(context, { twinned: true });
  const parts = loopParts(node, own, visit, guard, turns);
  const printed = slices(node, (child) => {
    if (child !== node.body) return parts(child);
    const recorded = parts(child);
    const turn = turns === null ? '' : countTurn(loop, turns.object, turns.site);
    const plain = printBody(child, guard + turn, counted, visit);
    return [`{if(${context.hook}.o){`, recorded, '}else{', { oneLine: plain }, '}}'];
  });
  turns?.release();
  const { head, tail } = entryOf(node, context);
  return loop.wrap([head, slice(whole.start, node.start), printed, tail]);
}

/**
 * `{ let i = 0; $1=false; for (; i < n; i++) { if(!$.o){$1=true;break} … } if($1) do { … } while (i++, i < n); }`:
 * at the head of a turn nothing of it has happened yet, so the twin begins with that very turn.
 */
export function printSwitching(
  node: LoopNode,
  whole: AnyNode,
  context: Context,
  temporaries: Temporaries,
  visit: Visit,
): Printed {
  const { source, hook } = context;
  const left = temporaries.take();
  const head = `if(!${hook}.o){${left}=true;break}${guardOf(node, context)}`;
  const parts = loopParts(node, recordingWith(context, { twinned: true }), visit, head);
  const labels = labelsOf(whole);
  const entry = entryOf(node, context);
  const start: Printed = ['{', entry.head, lineBreaks(source.slice(whole.start, node.start))];
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
  return [
    start,
    recorded,
    `${ended}if(${left})`,
    printTwin(node, labels, context, visit),
    entry.tail,
    '}',
  ];
}

type HeadDeclaration = LoopNode & { type: 'ForStatement'; init: AnyNode };

function declaresInHead(node: LoopNode): node is HeadDeclaration {
  return (
    node.type === 'ForStatement' &&
    node.init?.type === 'VariableDeclaration' &&
    node.init.kind !== 'var'
  );
}

function printTwin(node: LoopNode, labels: string, context: Context, visit: Visit): Printed {
  const { recording } = context;
  if (recording === null) return '';
  const loop = new CountedLoop(node, recording.counterNames);
  const strip = stripOf(node, context);
  const own = recordingWith(context, {
    counting: {
      loops: [loop],
      cursor: new RunCursor(null),
      certain: false,
      flush: strip && { loop, printed: strip.flush },
      turns: strip === null ? null : turnsIn(node, loop, strip, context),
    },
  });
  const parts = loopParts(node, own, visit, strip === null ? guardOf(node, context) : '');
  const body = parts(node.body);
  const braced = node.body.type === 'BlockStatement' ? body : ['{', body, '}'];
  const condition = printCondition(node, parts);
  const start = `${labels}do`;
  return {
    oneLine: loop.wrap(
      strip === null
        ? [start, braced, 'while(', condition, ');']
        : [
            strip.head,
            start,
            braced,
            'while((',
            condition,
            `)&&${strip.turns.atEnd});`,
            strip.tail,
          ],
    ),
  };
}

/** Where the guard counts this loop's turns and no others, from the head of its body on. */
function turnsIn(
  node: LoopNode,
  loop: CountedLoop,
  strip: Strip,
  { hook }: Context,
): TurnCount | null {
  if (node.body.type !== 'BlockStatement' || guardedLoopsOf(node.body).length > 0) return null;
  const turns = new TurnCount(loop, counterOf(hook));
  strip.start.push(turns.start);
  strip.refill.push(turns.refill);
  return turns;
}

/** What stands between two turns. */
function printCondition(node: LoopNode, parts: (child: AnyNode) => Printed): Printed {
  if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement') return parts(node.test);
  if (node.type !== 'ForStatement') return '';
  const update = node.update ? [parts(node.update), ','] : '';
  return [update, node.test ? operand(node.test, parts(node.test)) : 'true'];
}

/** A loop inside a twin stays one loop; what it counts is told when it is left, unless an outer one can tell it. */
export function printInTwin(
  node: LoopNode,
  whole: AnyNode,
  context: Context,
  recording: Recording,
  visit: Visit,
): Printed {
  const { counting } = recording;
  if (counting === null) return '';
  const loop = new CountedLoop(node, recording.counterNames);
  const strip = stripOf(node, context);
  const own = recordingWith(context, {
    counting: {
      loops: [...counting.loops, loop],
      cursor: counting.cursor,
      certain: false,
      flush: strip === null ? counting.flush : { loop, printed: strip.flush },
      turns: null,
    },
  });
  const turns = turnsOf(node, own, recording, loop);
  const printed = loop.wrap(printGuarded(node, whole, own, visit, turns, strip));
  turns?.release();
  interrupted(context);
  return printed;
}
