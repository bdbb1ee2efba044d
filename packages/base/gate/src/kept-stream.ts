/** How the next request of a stream goes on: where, and with which token of the stream. */
export type Continuation = { readonly url: string; readonly baton: string };

/** The server closes a stream that was silent for ten seconds. Unit: milliseconds. */
const SILENCE_MS = 8_000;

/**
 * One connection of the database server that outlives a request. Opening one and reading the whole schema costs the server
 * more than most requests do, so a lane keeps one for its reads and one for its writes. For one request at a time: whoever
 * holds it waits for each answer. It is left behind, and a new one begins, whenever anything about it is in doubt.
 * The server does not ask to which database a stream belongs, so it goes on only where it began.
 */
export class KeptStream {
  #next: (Continuation & { readonly place: string; readonly usedAtMs: number }) | null = null;
  #isPaused = false;
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Takes, once, how to go on at this place; null when a new stream is to begin. */
  take(place: string): Continuation | null {
    const next = this.#next;
    this.#next = null;
    return next?.place === place && this.#nowMs() - next.usedAtMs < SILENCE_MS ? next : null;
  }

  /** Keeps how to go on: only after every transaction of the request has come to its end. */
  keep(place: string, next: Continuation): void {
    this.#next = this.#isPaused ? null : { ...next, place, usedAtMs: this.#nowMs() };
  }

  /** Whether a request is to leave its stream open. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Keeps nothing until `resume`: while a database is put in another's place, nothing may hold on to the old one. */
  pause(): void {
    this.#isPaused = true;
    this.#next = null;
  }

  /** Keeps streams again. */
  resume(): void {
    this.#isPaused = false;
  }
}
