import { atomicBatch, type BatchOutcome, type BatchRequest } from '../hrana.ts';
import type { Statement } from '../statement.ts';

/** Sends batches in one request. Fails: any Error when the request as a whole did not come back. */
type Send = (batches: readonly BatchRequest[]) => Promise<BatchOutcome[]>;

type Waiting = {
  readonly request: BatchRequest;
  readonly answer: (outcome: BatchOutcome) => void;
  readonly fail: (cause: unknown) => void;
};

/** How many requests are under way at once, and how many reads travel in one. */
const GROUP = { requests: 1, reads: 32 } as const;

/**
 * The reads that commands begin with, gathered: those that arrive while others are under way travel in one request, each
 * an atomic read of its own. The server opens its database and reads its schema once a request, which costs more than the reads.
 */
export class ReadQueue {
  readonly #send: Send;
  #waiting: Waiting[] = [];
  #underWay = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** One atomic read. Fails: what the request failed with. */
  read(statements: readonly Statement[]): Promise<BatchOutcome> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ request: atomicBatch(statements, 'read'), answer, fail });
      // One turn of the loop lets everything that arrived together travel together.
      queueMicrotask(() => this.#next());
    });
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#underWay >= GROUP.requests) return;
    const group = this.#waiting.splice(0, GROUP.reads);
    this.#underWay++;
    void this.#send(group.map(({ request }) => request))
      .then(
        (outcomes) =>
          group.forEach(({ answer }, i) =>
            answer(outcomes[i] ?? { error: { code: 'NO_ANSWER', message: 'no answer' } }),
          ),
        (cause: unknown) => group.forEach(({ fail }) => fail(cause)),
      )
      .finally(() => {
        this.#underWay--;
        this.#next();
      });
  }
}
