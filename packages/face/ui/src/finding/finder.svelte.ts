/** Something that can be gone to or done. */
export type Find = {
  readonly id: string;
  readonly title: string;
  /** Stretches of the title that are marked: from, up to. */
  readonly marks?: readonly (readonly [number, number])[];
  readonly detail?: string | undefined;
  /** Where it leads; without it `act` is called. */
  readonly href?: string;
  readonly act?: () => void;
  /** The keys that do the same, as they are written on them. */
  readonly keys?: readonly string[];
};

/** Finds of one kind, under its name. */
export type FindGroup = { readonly label: string; readonly finds: readonly Find[] };

/** What was found, and a sentence about it («Results for …»). */
export type FindAnswer = { readonly groups: readonly FindGroup[]; readonly note?: string | undefined };

/** Looks for what is typed; the signal ends a search that was overtaken. Fails: any Error, when it cannot be asked. */
export type Look = (q: string, signal: AbortSignal) => Promise<FindAnswer>;

/** How long fingers rest before it is looked for. Unit: milliseconds. */
const REST_MS = 160;
const NOTHING: FindAnswer = { groups: [] };

/** What a field that answers while it is typed in knows: what is typed, what was found, what is pointed at. */
export class Finder {
  text = $state('');
  answer = $state.raw<FindAnswer>(NOTHING);
  /** `looking`: the answer is not there yet; what was found before stays. `failed`: it could not be asked. */
  state = $state<'rest' | 'looking' | 'failed'>('rest');
  isOpen = $state(false);
  /** Which of all finds is pointed at; -1: none. */
  at = $state(-1);
  readonly #look: Look;
  readonly #first: (q: string) => FindAnswer;
  readonly #least: number;
  /** What was found when it was last asked, without what needs no asking. */
  #found: FindAnswer = NOTHING;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;

  /** `first`: what needs no asking (places, acts, what was seen last); it stands before what is found. `least`: letters before it is asked. */
  constructor(
    look: Look,
    { first = () => NOTHING, least = 2 }: { first?: (q: string) => FindAnswer; least?: number } = {},
  ) {
    this.#look = look;
    this.#first = first;
    this.#least = least;
  }

  /** All finds in their order. */
  get finds(): readonly Find[] {
    return this.answer.groups.flatMap(({ finds }) => finds);
  }

  /** The one that is pointed at. */
  get current(): Find | undefined {
    return this.finds[this.at];
  }

  /** Whether enough is typed to be looked for. */
  get isEnough(): boolean {
    return this.text.trim().length >= this.#least;
  }

  /** Opens with what needs no asking. */
  open(): void {
    this.isOpen = true;
    if (this.answer === NOTHING) this.answer = this.#first(this.text.trim());
  }

  /** Closes; what is typed stays. */
  close(): void {
    this.stop();
    this.isOpen = false;
    this.at = -1;
  }

  /** Looks for what is typed, once the fingers rest. */
  type(text: string): void {
    this.text = text;
    this.isOpen = true;
    this.stop();
    const q = text.trim();
    const first = this.#first(q);
    if (!this.isEnough) {
      this.#found = NOTHING;
      this.answer = first;
      this.at = this.finds.length > 0 && q !== '' ? 0 : -1;
      return;
    }
    // What was found for the letters before stays until the new answer is there: nothing jumps.
    this.answer = { ...this.#found, groups: [...first.groups, ...this.#found.groups] };
    this.at = first.groups.length > 0 ? 0 : -1;
    this.state = 'looking';
    this.#timer = setTimeout(() => void this.#ask(q, first), REST_MS);
  }

  /** Goes to the next or the one before, round the ends; over the field itself. */
  step(by: 1 | -1): void {
    if (!this.isOpen) return this.open();
    const places = this.finds.length + 1;
    this.at = ((this.at + 1 + by + places) % places) - 1;
  }

  /** Ends the search that is under way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.state = 'rest';
  }

  async #ask(q: string, first: FindAnswer): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const found = await this.#look(q, abort.signal);
      if (abort.signal.aborted) return;
      this.#found = found;
      this.answer = { ...found, groups: [...first.groups, ...found.groups] };
      // What needed no asking stands where it stood: what is pointed at stays.
      this.at = first.groups.length > 0 ? Math.min(Math.max(this.at, 0), this.finds.length - 1) : -1;
      this.state = 'rest';
    } catch {
      if (abort.signal.aborted) return;
      this.#found = NOTHING;
      this.answer = first;
      this.state = 'failed';
    }
  }
}
