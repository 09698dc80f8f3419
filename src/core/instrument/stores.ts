/** Stores into elements: assignment, compound and logical assignment, `++` and `--`. */
import type { AnyNode, AssignmentExpression, MemberExpression, UpdateExpression } from 'acorn';
import { isElement } from './accesses';
import type { Context, Visit } from './context';
import { countAccess, isCountable, mayInterrupt, uncertain, type Counted } from './counting';
import type { Printed } from './printer';
import { siteOf, type Recording } from './recording';
import { inner, operand, slices, unnamed } from './slices';

type Store = AssignmentExpression | UpdateExpression;

function targetOf(node: Store): AnyNode {
  return node.type === 'AssignmentExpression' ? node.left : node.argument;
}

/** @returns null when the target is no element: the node is then printed as ever */
export function printStore(node: Store, context: Context, visit: Visit): Printed | null {
  const { recording } = context;
  const target = targetOf(node);
  if (recording === null || !isElement(target)) return null;
  const counted = recording.counting === null ? null : printCounted(node, target, context, visit);
  return counted ?? printRecorded(node, target, context, recording, visit);
}

/** `$.W(($1=a)[$2=i]=v,$1,$2,site)` and its relatives. */
function printRecorded(
  node: Store,
  target: MemberExpression,
  context: Context,
  recording: Recording,
  visit: Visit,
): Printed {
  const own = inner(context);
  const { hook } = context;
  const { temporaries } = recording;
  const { object, property } = target;
  const site = siteOf(target, recording);
  const reads = node.type === 'UpdateExpression' || node.operator !== '=';
  const isLogical = node.type === 'AssignmentExpression' && LOGICAL.has(node.operator);

  const printedObject = unnamed(object, visit(object, own));
  const objectName = temporaries.take();
  const printedKey = unnamed(property, visit(property, own));
  const isFixed = property.type === 'Literal';
  const keyName = isFixed ? '' : temporaries.take();
  const wrote = isLogical ? temporaries.take() : '';
  const again = isFixed ? String(property.raw) : keyName;
  const key: Printed = [
    isFixed ? '' : `${keyName}=`,
    reads ? [`${hook}.R(${objectName},`, printedKey, `,${site})`] : printedKey,
  ];
  const reference = slices(target, (part) =>
    part === object ? [`(${objectName}=`, printedObject, ')'] : key,
  );
  const stored = slices(node, (part) => {
    if (part === target) return reference;
    if (!isLogical) return visit(part, own);
    return [`(${wrote}=true,`, operand(part, visit(part, uncertain(own))), ')'];
  });
  temporaries.release(objectName);
  if (!isFixed) temporaries.release(keyName);
  if (isLogical) temporaries.release(wrote);

  const told = `,${objectName},${again},${site}`;
  if (isLogical) return [`(${wrote}=false,${hook}.L(`, stored, `${told},${wrote}))`];
  if (node.type === 'UpdateExpression' && !node.prefix)
    return [`${hook}.U(`, stored, `${told},${node.operator === '++' ? 1 : -1})`];
  return [`${hook}.W(`, stored, `${told})`];
}

const LOGICAL: ReadonlySet<string> = new Set(['??=', '||=', '&&=']);

/** In a twin: a plain store, counted beside it; null where only `$.W` and the like can count it. */
function printCounted(
  node: Store,
  target: MemberExpression,
  context: Context,
  visit: Visit,
): Printed | null {
  const own = inner(context);
  const { recording, hook } = context;
  const { object, property } = target;
  if (recording === null || object.type !== 'Identifier') return null;
  if (node.type === 'AssignmentExpression' && LOGICAL.has(node.operator)) return null;
  const plain = node.type === 'AssignmentExpression' && node.operator === '=';
  const interrupts =
    mayInterrupt(property, recording) ||
    (node.type === 'AssignmentExpression' && mayInterrupt(node.right, recording));
  if (interrupts && !(plain && context.discarded)) return null;
  if (!isCountable(target, recording) && (interrupts || !plain)) return null;

  const key = operand(property, visit(property, own));
  const value = node.type === 'AssignmentExpression' ? visit(node.right, own) : '';
  const counted = countAccess(target, plain ? 'write' : 'both', recording);
  const store = (brackets: Printed): Printed =>
    slices(node, (part) =>
      part === target
        ? slices(target, (inside) => (inside === object ? visit(object, own) : brackets))
        : value,
    );
  if (interrupts) return [store(key), counterOf(counted, ',')];
  if (counted.kind === 'singly')
    return store([
      `${hook}.Q(`,
      visit(object, own),
      ',',
      key,
      `,${siteOf(target, recording)},true)`,
    ]);
  return store([counterOf(counted, ''), key]);
}

function counterOf(counted: Counted, before: string): string {
  if (counted.kind !== 'by') return '';
  return before === '' ? `${counted.counter}++,` : `${before}${counted.counter}++`;
}
