import type { IncomingMessage } from 'node:http';

/**
 * A request's bytes, to be read by several readers one after the other. Unlike the request's own iterator it
 * does not break the connection when a reader stops early, so that a refusal can still be answered.
 */
export class RequestBody implements AsyncIterable<Buffer> {
  readonly #chunks: AsyncIterator<Buffer>;

  constructor(request: IncomingMessage) {
    this.#chunks = (request as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): AsyncIterator<Buffer> {
    return { next: () => this.#chunks.next() };
  }

  /** Reads and forgets the rest: a browser shows a broken connection when it is answered while it still sends. */
  async drain(): Promise<void> {
    try {
      while ((await this.#chunks.next()).done !== true);
    } catch {
      // The sender went away; there is nobody left to answer.
    }
  }
}
