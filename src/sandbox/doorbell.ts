/**
 * The one `message` listener on the page's window. It is there only while a frame is expected to ring: a realm can
 * always call `top.postMessage`, and a flood of that must meet no listener of ours.
 */
export class Doorbell {
  readonly #expected = new Map<MessageEventSource, () => void>();
  readonly #hear = (event: MessageEvent<unknown>): void => {
    const { source } = event;
    if (source === null) return;
    const answer = this.#expected.get(source);
    // Sandboxed frames have the origin "null"; one that has not is not the realm we asked for.
    if (answer === undefined || event.origin !== 'null' || !isReady(event.data)) return;
    this.forget(source);
    answer();
  };

  expect(source: MessageEventSource, answer: () => void): void {
    if (this.#expected.size === 0) window.addEventListener('message', this.#hear);
    this.#expected.set(source, answer);
  }

  forget(source: MessageEventSource): void {
    this.#expected.delete(source);
    if (this.#expected.size === 0) window.removeEventListener('message', this.#hear);
  }
}

function isReady(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'v' in data &&
    data.v === 1 &&
    'kind' in data &&
    data.kind === 'ready'
  );
}
