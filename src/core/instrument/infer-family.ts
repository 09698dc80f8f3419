/** Which family of view an expression gives, as far as its text says. */
import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { familyOf, isViewKind, type Family } from '../bytes/view-kinds';
import type { Binding } from './scopes';

/** Methods of a typed array that give a typed array of the same kind (or itself). */
const SAME_KIND: ReadonlySet<string> = new Set([
  'subarray',
  'slice',
  'map',
  'filter',
  'with',
  'toSorted',
  'toReversed',
  'fill',
  'sort',
  'reverse',
  'copyWithin',
]);

/** @returns the family, or null when the expression is no view or the text does not tell */
export function inferFamily(node: AnyNode, find: (name: string) => Binding | null): Family | null {
  switch (node.type) {
    case 'Identifier':
      return find(node.name)?.family ?? null;
    case 'NewExpression':
      return familyOfConstructor(node.callee, find);
    case 'AwaitExpression':
      return familyOfPromise(node.argument);
    case 'AssignmentExpression':
      return node.operator === '=' ? inferFamily(node.right, find) : null;
    case 'ConditionalExpression':
      return inferFamily(node.consequent, find) ?? inferFamily(node.alternate, find);
    case 'LogicalExpression':
      return inferFamily(node.right, find) ?? inferFamily(node.left, find);
    case 'CallExpression':
      return familyOfCall(node, find);
    case 'MemberExpression':
      return isCallOf(node.object, 'getImageData') && nameOf(node) === 'data' ? 'u' : null;
    default:
      return null;
  }
}

function familyOfConstructor(node: AnyNode, find: (name: string) => Binding | null): Family | null {
  if (node.type !== 'Identifier' || !isViewKind(node.name) || find(node.name) !== null) return null;
  return familyOf(node.name);
}

function familyOfCall(
  { callee }: CallExpression,
  find: (name: string) => Binding | null,
): Family | null {
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return null;
  const method = nameOf(callee);
  if (method === null) return null;
  if (method === 'of' || method === 'from' || method === 'fromBase64' || method === 'fromHex')
    return familyOfConstructor(callee.object, find);
  if (SAME_KIND.has(method)) return inferFamily(callee.object, find);
  // TextEncoder's; nothing else that lessons use has a method of this name.
  return method === 'encode' ? 'u' : null;
}

/** `await blob.bytes()` gives a Uint8Array. */
function familyOfPromise(node: AnyNode): Family | null {
  return isCallOf(node, 'bytes') ? 'u' : null;
}

function isCallOf(node: AnyNode, method: string): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    nameOf(node.callee) === method
  );
}

function nameOf({ computed, property }: MemberExpression): string | null {
  return !computed && property.type === 'Identifier' ? property.name : null;
}
