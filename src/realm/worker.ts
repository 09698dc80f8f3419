/** The bundle inside a Worker: boots, says so, waits for its one port, runs what comes through it. */
import { firstPort, stopImmediatePropagation } from './primordials';
import { listenOn } from './uncaught';
import { prepareRealm } from './runtime';

/** Worker → frame, once. */
export const WORKER_READY = 'ready';

export function bootWorker(): void {
  const scope = globalThis as unknown as DedicatedWorker;
  // Once the realm is set up, the global of this name only tells a learner that no page listens.
  const tell = scope.postMessage.bind(scope);
  const realm = prepareRealm({
    kind: 'worker',
    listen: (uncaught) => listenOn(scope, uncaught),
  });
  const takePort = (event: MessageEvent): void => {
    const port = firstPort(event);
    if (port === undefined) return;
    scope.removeEventListener('message', takePort as EventListener);
    // The learner's own listeners come later and hear nothing of it.
    stopImmediatePropagation(event);
    realm.runOn(port);
  };
  scope.addEventListener('message', takePort as EventListener);
  tell(WORKER_READY);
}

/** The part of a Worker's global that is used here; the DOM library does not know it. */
interface DedicatedWorker extends EventTarget {
  postMessage(message: unknown): void;
}
