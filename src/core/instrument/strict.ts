/** Strict mode, as the directives of a body say it. */
import type { AnyNode } from 'acorn';

/** Whether a function's body or a program begins with `'use strict'`. */
export function isStrict(body: AnyNode): boolean {
  if (body.type !== 'BlockStatement' && body.type !== 'Program') return false;
  return body.body.some(
    (statement) => statement.type === 'ExpressionStatement' && statement.directive === 'use strict',
  );
}
