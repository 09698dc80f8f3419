/** Hears of what learner code did not catch, in a Worker and on a page, and keeps it out of the browser's own console. */
import {
  errorColumn,
  errorFile,
  errorLine,
  errorMessage,
  errorValue,
  preventDefault,
  rejectionReason,
  stopImmediatePropagation,
  stringSlice,
  stringStartsWith,
  tryGet,
} from './primordials';
import type { Environment } from './runtime';

type Uncaught = Parameters<Environment['listen']>[0];

const UNCAUGHT = 'Uncaught ';

/** Hears first, as capturing listeners do in the order of their coming: learner code could keep the event from the others. */
const FIRST = true;

export function listenOn(scope: EventTarget, uncaught: Uncaught): void {
  const onError = (event: Event): void => {
    // An image that did not load, or an event that learner code dispatched, is no ErrorEvent.
    const message = tryGet(errorMessage, event);
    if (message === null) return;
    preventDefault(event);
    const at = { file: errorFile(event), line: errorLine(event), column: errorColumn(event) };
    // An error from a Worker of the snippet's own comes without the value, with its message only.
    uncaught(errorValue(event) ?? withoutPrefix(message), 'throw', at);
  };
  const onRejection = (event: Event): void => {
    preventDefault(event);
    const isOwn = uncaught(tryGet(rejectionReason, event), 'rejection', null);
    // Nothing that the program's own listeners should hear of.
    if (isOwn) stopImmediatePropagation(event);
  };
  scope.addEventListener('error', onError, FIRST);
  scope.addEventListener('unhandledrejection', onRejection, FIRST);
}

function withoutPrefix(message: string): string {
  return stringStartsWith(message, UNCAUGHT) ? stringSlice(message, UNCAUGHT.length) : message;
}
