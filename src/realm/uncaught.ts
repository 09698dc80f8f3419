/** Hears of what learner code did not catch, in a Worker and on a page, and keeps it out of the browser's own console. */
import type { Environment } from './runtime';

type Uncaught = Parameters<Environment['listen']>[0];

export function listenOn(scope: EventTarget, uncaught: Uncaught): void {
  scope.addEventListener('error', (event) => {
    if (!(event instanceof ErrorEvent)) return;
    event.preventDefault();
    const { message, filename, lineno, colno } = event;
    const error: unknown = event.error;
    const at = { file: filename, line: lineno, column: colno };
    // An error from a Worker of the snippet's own comes without the value, with its message only.
    uncaught(error ?? message.replace(/^Uncaught /, ''), 'throw', at);
  });
  scope.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    uncaught((event as PromiseRejectionEvent).reason, 'rejection', null);
  });
}
