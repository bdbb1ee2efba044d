import { gripAt, placeAfter, type Grip, type Place } from './places.ts';
import type { GanttEditing, GanttRow } from './rows.ts';
import type { GanttView } from './view.svelte.ts';

type Held = { id: string; place: Place; grip: Grip; x: number; days: number; clientX: number };

/** How near the edge of what is seen the line begins to run along. Unit: pixels. */
const EDGE_PX = 40;
const RUN_PX = 14;

/** A bar held by a pointer: mouse, pen or finger. */
export class Holding {
  id = $state<string>();
  grip = $state<Grip>('whole');
  #held: Held | undefined;
  #frame = 0;
  readonly #view: GanttView;
  readonly #px: () => number;
  readonly #editing: () => GanttEditing | undefined;

  constructor(view: GanttView, px: () => number, editing: () => GanttEditing | undefined) {
    this.#view = view;
    this.#px = px;
    this.#editing = editing;
  }

  /** Takes hold of a bar where the pointer is. */
  take(event: PointerEvent, row: GanttRow, place: Place): void {
    const bar = event.currentTarget;
    if (!(bar instanceof HTMLElement) || event.button !== 0 || !row.isMovable) return;
    const box = bar.getBoundingClientRect();
    const inBar = this.#view.isRtl ? box.right - event.clientX : event.clientX - box.left;
    const grip = row.kind === 'milestone' ? 'whole' : gripAt(inBar, box.width);
    bar.setPointerCapture(event.pointerId);
    this.#held = { id: row.id, place, grip, x: this.#view.pointAt(event.clientX).x, days: 0, clientX: event.clientX };
    this.grip = grip;
  }

  /** Carries it along; most moves stay within a day and change nothing. */
  carry(event: PointerEvent): void {
    if (!this.#held) return;
    this.#held.clientX = event.clientX;
    this.#follow();
    this.#runAlong();
  }

  /** Lets it go. True when it was carried anywhere, so that it was no click. */
  release(): boolean {
    const held = this.#held;
    this.#stop();
    if (!held || this.id === undefined) return false;
    this.id = undefined;
    this.#editing()?.drop(held.id);
    return true;
  }

  /** The pointer was taken away: nothing was meant. */
  lose(): void {
    const isCarried = this.id !== undefined;
    this.#stop();
    this.id = undefined;
    if (isCarried) this.#editing()?.cancel();
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#held = undefined;
  }

  #follow(): void {
    const held = this.#held;
    if (!held) return;
    const days = Math.round((this.#view.pointAt(held.clientX).x - held.x) / this.#px());
    if (days === held.days) return;
    held.days = days;
    this.id = held.id;
    this.#editing()?.move(held.id, placeAfter(held.place, held.grip, days));
  }

  #runAlong(): void {
    const held = this.#held;
    if (!held || this.#frame !== 0) return;
    const { inside, seen } = this.#view.pointAt(held.clientX);
    const run = inside < EDGE_PX ? -RUN_PX : inside > seen - EDGE_PX ? RUN_PX : 0;
    if (run === 0 || this.id === undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#view.scrollTo(Math.max(0, this.#view.offset + run));
      this.#follow();
      this.#runAlong();
    });
  }
}
