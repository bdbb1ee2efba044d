/** Something that can be chosen: its id, its name, and what tells it from its namesakes. */
export type Entity = { readonly value: string; readonly label: string; readonly detail?: string | undefined };

/** Looks for what is typed; the signal ends a search that was overtaken. Fails: any Error, when it cannot be asked. */
export type Search = (q: string, signal: AbortSignal) => Promise<readonly Entity[]>;

/** How long fingers rest before it is looked for. Unit: milliseconds. */
const REST_MS = 180;

/** What a field in which one of many is chosen by typing knows: what is chosen, what is typed, what was found. */
export class Combo {
  chosen = $state<Entity>();
  text = $state('');
  found = $state<readonly Entity[]>([]);
  isOpen = $state(false);
  /** `failed`: it could not be asked; what is chosen stays. */
  state = $state<'rest' | 'looking' | 'failed'>('rest');
  at = $state(-1);
  readonly #search: Search;
  readonly #first: () => readonly Entity[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;

  /** `first`: what is offered before anything is typed. */
  constructor(search: Search, first: () => readonly Entity[], chosen: Entity | undefined) {
    this.#search = search;
    this.#first = first;
    this.choose(chosen);
  }

  /** Offers what can be chosen, without another word. */
  open(): void {
    if (this.isOpen) return;
    this.found = this.#first();
    this.at = -1;
    this.isOpen = true;
  }

  /** Closes without a choice; what was typed gives way to what is chosen, unless all of it was taken away. */
  close(): void {
    this.#stop();
    this.isOpen = false;
    if (this.text.trim() === '') this.chosen = undefined;
    this.text = this.chosen?.label ?? '';
  }

  /** Takes this one, or none. */
  choose(one: Entity | undefined): void {
    this.#stop();
    this.chosen = one;
    this.text = one?.label ?? '';
    this.isOpen = false;
    this.at = -1;
  }

  /** Looks for what is typed, once the fingers rest. */
  type(text: string): void {
    this.text = text;
    this.isOpen = true;
    this.at = -1;
    this.#stop();
    if (text.trim() === '') {
      this.found = this.#first();
      this.state = 'rest';
      return;
    }
    this.state = 'looking';
    this.#timer = setTimeout(() => void this.#look(text.trim()), REST_MS);
  }

  /** Goes to the next or the one before, round the ends. */
  step(by: 1 | -1): void {
    if (!this.isOpen) return this.open();
    const count = this.found.length;
    if (count === 0) return;
    this.at = this.at < 0 ? (by > 0 ? 0 : count - 1) : (this.at + by + count) % count;
  }

  /** Takes the one that is pointed at. Shape: whether there was one. */
  take(): boolean {
    const one = this.isOpen ? this.found[this.at] : undefined;
    if (one === undefined) return false;
    this.choose(one);
    return true;
  }

  async #look(q: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const found = await this.#search(q, abort.signal);
      if (abort.signal.aborted) return;
      this.found = found;
      this.at = found.length > 0 ? 0 : -1;
      this.state = 'rest';
    } catch {
      if (!abort.signal.aborted) this.state = 'failed';
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.state = 'rest';
  }
}
