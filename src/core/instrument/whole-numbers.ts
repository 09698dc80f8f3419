/** Which expressions give a whole number for sure: what an index must be, so that its access need not be looked at. */
import type { AnyNode, CallExpression, Identifier } from 'acorn';

/** With one operand a number, these give a whole number or throw (a BigInt does not mix). */
const BITWISE: ReadonlySet<string> = new Set(['|', '&', '^', '<<', '>>', '>>>']);
const WHOLE_ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '%']);

/** @param isVariable whether a variable holds only whole numbers */
export function isWholeNumber(node: AnyNode, isVariable: (name: Identifier) => boolean): boolean {
  const isWhole = (part: AnyNode): boolean => isWholeNumber(part, isVariable);
  switch (node.type) {
    case 'Literal':
      return Number.isSafeInteger(node.value);
    case 'Identifier':
      return isVariable(node);
    case 'UnaryExpression':
      return (node.operator === '-' || node.operator === '~') && isWhole(node.argument);
    case 'UpdateExpression':
      return isWhole(node.argument);
    case 'BinaryExpression':
      if (node.left.type === 'PrivateIdentifier') return false;
      if (node.operator === '>>>') return true;
      if (BITWISE.has(node.operator)) return isWhole(node.left) || isWhole(node.right);
      return WHOLE_ARITHMETIC.has(node.operator) && isWhole(node.left) && isWhole(node.right);
    case 'ConditionalExpression':
      return isWhole(node.consequent) && isWhole(node.alternate);
    case 'AssignmentExpression':
      return node.operator === '=' && isWhole(node.right);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last !== undefined && isWhole(last);
    }
    case 'MemberExpression':
      return (
        !node.computed &&
        node.property.type === 'Identifier' &&
        /^(?:length|byteLength|byteOffset)$/.test(node.property.name)
      );
    case 'CallExpression':
      return isRounding(node);
    default:
      return false;
  }
}

const ROUNDING: ReadonlySet<string> = new Set(['floor', 'ceil', 'round', 'trunc', 'imul', 'clz32']);

function isRounding({ callee }: CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Math' &&
    callee.property.type === 'Identifier' &&
    ROUNDING.has(callee.property.name)
  );
}

/** An expression of variables, numbers and operators. */
export function isArithmetic(node: AnyNode): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number';
    case 'Identifier':
      return true;
    case 'UnaryExpression':
      return ['-', '+', '~', '!'].includes(node.operator) && isArithmetic(node.argument);
    case 'BinaryExpression':
      return (
        node.operator !== 'in' &&
        node.operator !== 'instanceof' &&
        isArithmetic(node.left) &&
        isArithmetic(node.right)
      );
    case 'LogicalExpression':
      return isArithmetic(node.left) && isArithmetic(node.right);
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate].every(isArithmetic);
    default:
      return false;
  }
}
