import type { Status } from '../content/status.ts';
import type { Grip, Place } from './places.ts';
import type { Day } from './scale.ts';

/** One line of the chart. */
export type GanttRow = {
  readonly id: string;
  readonly kind: 'group' | 'task' | 'milestone';
  readonly label: string;
  /** A second, smaller line. */
  readonly sub?: string | undefined;
  /** Where its name leads. */
  readonly href: string;
  readonly place: Place;
  /** Where it was planned first. */
  readonly ghost?: Place | undefined;
  readonly isMovable: boolean;
  readonly isCritical: boolean;
  readonly isDone: boolean;
  /** How much of it is done, 0 to 1. */
  readonly progress: number;
  /** The last day it can slip to before something ends later. */
  readonly latest?: Day | undefined;
  /** It is late: hatched until this day. */
  readonly lateUntil?: Day | undefined;
  /** Said beside the bar. */
  readonly mark?: { readonly status: Status; readonly label: string } | undefined;
  /** What is read out for it: its name, days and how it stands. */
  readonly describes: string;
};

/** An arrow: the one bar begins after the other. */
export type GanttLink = { readonly from: string; readonly to: string; readonly isCritical: boolean };

/** What can be done to the bars. Days only change when `commit` or `drop` says so; until then they are a draft. */
export type GanttEditing = {
  /** The bar is held and carried there. */
  move(id: string, place: Place): void;
  /** It is let go. */
  drop(id: string): void;
  /** It, or one of its ends, goes some days later. */
  nudge(id: string, grip: Grip, days: number): void;
  commit(id: string): void;
  cancel(): void;
  /** The next bar that is picked begins after this one. */
  link(id: string): void;
  pick(id: string): void;
  unlink(id: string): void;
};
