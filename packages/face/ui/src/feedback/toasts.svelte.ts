import { createContext, untrack } from 'svelte';

/** One line at the foot of the page, with a way back for ten seconds. */
export type Toast = { readonly id: number; readonly text: string; readonly undo?: (() => void) | undefined };

const SECONDS = 10;
const [getToasts, setToasts] = createContext<Toasts>();

/** The lines being said; made once in the root layout. */
export class Toasts {
  list = $state<Toast[]>([]);
  #next = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Says a line. It stays ten seconds, and as long as the pointer or the focus is on it. */
  say(text: string, undo?: () => void): void {
    const id = this.#next++;
    // Said from an effect it must not make that effect run again.
    untrack(() => this.list.push({ id, text, undo }));
    this.resume(id);
  }

  /** Takes a line away. */
  drop(id: number): void {
    this.hold(id);
    untrack(() => (this.list = this.list.filter((toast) => toast.id !== id)));
  }

  /** Stops the clock of a line. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  /** Starts the clock of a line again. */
  resume(id: number): void {
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.drop(id), SECONDS * 1000),
    );
  }
}

/** Makes the toasts of this page; call it once, in the root layout. */
export const provideToasts = (): Toasts => {
  const toasts = new Toasts();
  setToasts(toasts);
  return toasts;
};

/** The toasts of this page. */
export const useToasts = (): Toasts => getToasts();
