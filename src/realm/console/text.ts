/** Primitives as text, without a method that learner code could have replaced. */
import { objectIs, symbolToString } from '../primordials';

/** `-0`, `12n`, `Symbol(x)`, … Strings come back as they are; objects never get here. */
export function primitiveText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return symbolToString(value);
    case 'number':
      return objectIs(value, -0) ? '-0' : `${value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : 'undefined';
  }
}
