/** Draws that are the same for the same beginning, so that a sample is told the same way twice. */
export class Draw {
  #state: number;

  constructor(beginning: string) {
    this.#state =
      [...beginning].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619), 0x811c9dc5) >>>
      0;
  }

  /** A fraction from 0 up to, not including, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  /** One of these. Fails: RangeError when there is none. */
  one<T>(items: readonly T[]): T {
    const [item] = items.slice(Math.floor(this.fraction() * items.length));
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }

  /** Some of these, each once, in another order. */
  some<T>(items: readonly T[], count: number): T[] {
    return items
      .map((item) => ({ item, at: this.fraction() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ item }) => item);
  }
}
