import { DAY_MINUTES, type CivilDate } from '@mahalleh/kernel/time';
import { STEP, type CalendarWeek } from './calendar';

/** A stretch of one day that somebody is choosing. Unit: minutes of the day. */
export type Chosen = { readonly date: CivilDate; readonly from: number; readonly to: number };

/** How long a stretch is at first. Unit: minutes. */
const FIRST = 60;

/**
 * Choosing a stretch of time on a week: by mouse it is drawn, by touch it is tapped, by keys the cell at hand moves and
 * grows. Arrow keys follow what is seen: in a page that runs from right to left, the next day is on the left.
 */
export class Choosing {
  /** The cell that has the focus: a day of the week and a minute. */
  at = $state({ day: 0, minute: 0 });
  chosen = $state<Chosen>();
  #anchor: { day: number; minute: number } | undefined;
  readonly #week: () => CalendarWeek;
  readonly #isRtl: boolean;

  constructor(week: () => CalendarWeek, isRtl: boolean, first?: Chosen) {
    this.#week = week;
    this.#isRtl = isRtl;
    this.chosen = first;
    const [day] = week().days;
    this.at = { day: 0, minute: day?.open[0]?.[0] ?? week().from };
  }

  /** Chooses from one step on, an hour at first; again on a later step of that day, up to it. */
  take(day: number, minute: number): void {
    const date = this.#week().days[day]?.date;
    if (date === undefined) return;
    this.at = { day, minute };
    const { chosen } = this;
    const isLater = chosen?.date === date && minute > chosen.from && chosen.to - chosen.from <= FIRST;
    this.chosen = isLater
      ? { ...chosen, to: minute + STEP }
      : { date, from: minute, to: Math.min(minute + FIRST, DAY_MINUTES) };
  }

  /** Begins to draw with the mouse. */
  begin(day: number, minute: number): void {
    this.#anchor = { day, minute };
    this.at = { day, minute };
  }

  /** Draws on, within the day where it began. */
  draw(day: number, minute: number): void {
    const anchor = this.#anchor;
    const date = anchor && this.#week().days[anchor.day]?.date;
    if (!anchor || date === undefined || day !== anchor.day) return;
    const [from, to] = [Math.min(anchor.minute, minute), Math.max(anchor.minute, minute) + STEP];
    this.chosen = { date, from, to };
  }

  /** Ends drawing; a mere click chooses an hour. */
  end(): void {
    const anchor = this.#anchor;
    this.#anchor = undefined;
    if (anchor && this.chosen && this.chosen.to - this.chosen.from <= STEP) {
      this.chosen = undefined;
      this.take(anchor.day, anchor.minute);
    }
  }

  /** Moves or grows by a key. Shape: whether the key meant something here. */
  press(key: string, isGrowing: boolean): boolean {
    const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[key];
    if (step) {
      const [days = 0, steps = 0] = step;
      if (isGrowing && steps !== 0) this.#grow(steps * STEP);
      else this.#move(this.#isRtl ? -days : days, steps * STEP);
      return true;
    }
    if (key === 'Enter' || key === ' ') this.take(this.at.day, this.at.minute);
    else if (key === 'Escape') this.chosen = undefined;
    else return false;
    return true;
  }

  #move(days: number, minutes: number): void {
    const { from, to, days: all } = this.#week();
    this.at = {
      day: Math.min(Math.max(this.at.day + days, 0), all.length - 1),
      minute: Math.min(Math.max(this.at.minute + minutes, from), to - STEP),
    };
  }

  #grow(minutes: number): void {
    const date = this.#week().days[this.at.day]?.date;
    if (date === undefined) return;
    const { chosen } = this;
    if (chosen?.date !== date) {
      this.chosen = { date, from: this.at.minute, to: this.at.minute + STEP };
      return;
    }
    const to = Math.min(Math.max(chosen.to + minutes, chosen.from + STEP), this.#week().to);
    this.chosen = { ...chosen, to };
    this.at = { ...this.at, minute: to - STEP };
  }
}
