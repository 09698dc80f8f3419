/** How the lab says no to a tus request: `@tus/server` makes the answer of it. */
export class TusRefusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status_code = status;
    this.body = `${sentence}\n`;
  }
}

export const notFound = (): TusRefusal =>
  new TusRefusal(404, 'There is no upload at this address. It may have expired; start again.');
