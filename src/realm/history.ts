/**
 * The session history is the whole tab's. Firefox lets a sandboxed frame go back in it, which takes the lesson away, and
 * every entry that a frame adds is one more press of the reader's own Back button.
 */
import { disguise } from './disguise';
import { apply, define, getOwnPropertyDescriptor, prototypeOf } from './primordials';
import type { Say } from './network';

export function replaceHistory(say: Say): void {
  const prototype = prototypeOf('History');
  if (prototype === undefined) return;
  const native = (name: string): object =>
    getOwnPropertyDescriptor(prototype, name)?.value as object;
  const replace = (name: string, wrapper: object): void => {
    disguise(wrapper, native(name));
    define(prototype, name, wrapper, true);
  };
  for (const name of ['back', 'forward', 'go']) {
    const moves = {
      [name]: (): void => say(`history.${name}() was called; the history is the whole page’s.`),
    };
    replace(name, moves[name] as object);
  }
  const replaceState = native('replaceState') as () => unknown;
  const adds = {
    pushState(this: unknown, ...args: unknown[]): unknown {
      return apply(replaceState, this, args);
    },
  };
  replace('pushState', adds.pushState);
}
