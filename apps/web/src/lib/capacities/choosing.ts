import { DAY_MINUTES, type CivilDate } from '@mahalleh/kernel/time';
import { STEP, type CalendarWeek } from './calendar';

/** A stretch of one day that somebody is choosing. Unit: minutes of the day. */
export type Chosen = { readonly date: CivilDate; readonly from: number; readonly to: number };

/** One cell of the week: a day from Saturday on, and a minute. */
export type Cell = { readonly day: number; readonly minute: number };

/** Where somebody is on the week: the cell that has the focus, where drawing began, and what is chosen. */
export type Choice = {
  readonly at: Cell;
  readonly anchor: Cell | undefined;
  readonly chosen: Chosen | undefined;
};

/** How long a stretch is at first. Unit: minutes. */
const FIRST = 60;

const dateOf = (week: CalendarWeek, day: number): CivilDate | undefined => week.days[day]?.date;
const between = (n: number, least: number, most: number): number => Math.min(Math.max(n, least), most);

/** Nothing chosen, at the first hour that opens. */
export const firstChoice = (week: CalendarWeek, chosen?: Chosen): Choice => ({
  at: { day: 0, minute: week.days[0]?.open[0]?.[0] ?? week.from },
  anchor: undefined,
  chosen,
});

/** Chooses from one cell on, an hour at first; again on a later cell of that day, up to it. */
export const take = (choice: Choice, week: CalendarWeek, at: Cell): Choice => {
  const date = dateOf(week, at.day);
  if (date === undefined) return choice;
  const { chosen } = choice;
  const isLater = chosen?.date === date && at.minute > chosen.from && chosen.to - chosen.from <= FIRST;
  const stretch = isLater
    ? { ...chosen, to: at.minute + STEP }
    : { date, from: at.minute, to: Math.min(at.minute + FIRST, DAY_MINUTES) };
  return { ...choice, at, chosen: stretch };
};

/** Begins to draw with the mouse. */
export const begin = (choice: Choice, at: Cell): Choice => ({ ...choice, at, anchor: at, chosen: undefined });

/** Draws on, within the day where it began. */
export const draw = (choice: Choice, week: CalendarWeek, { day, minute }: Cell): Choice => {
  const { anchor } = choice;
  const date = anchor && dateOf(week, anchor.day);
  if (!anchor || date === undefined || day !== anchor.day) return choice;
  const [from, to] = [Math.min(anchor.minute, minute), Math.max(anchor.minute, minute) + STEP];
  return { ...choice, chosen: { date, from, to } };
};

/** Ends drawing; a mere click chooses an hour. */
export const end = (choice: Choice, week: CalendarWeek): Choice => {
  const { anchor, chosen } = choice;
  if (!anchor) return choice;
  const isClick = chosen?.date !== dateOf(week, anchor.day) || chosen === undefined || chosen.to - chosen.from <= STEP;
  const ended = { ...choice, anchor: undefined };
  return isClick ? take({ ...ended, chosen: undefined }, week, anchor) : ended;
};

const grow = (choice: Choice, week: CalendarWeek, minutes: number): Choice => {
  const { at, chosen } = choice;
  const date = dateOf(week, at.day);
  if (date === undefined) return choice;
  if (chosen?.date !== date) return { ...choice, chosen: { date, from: at.minute, to: at.minute + STEP } };
  const to = between(chosen.to + minutes, chosen.from + STEP, week.to);
  return { ...choice, chosen: { ...chosen, to }, at: { ...at, minute: to - STEP } };
};

const move = (choice: Choice, week: CalendarWeek, days: number, minutes: number): Choice => ({
  ...choice,
  at: {
    day: between(choice.at.day + days, 0, week.days.length - 1),
    minute: between(choice.at.minute + minutes, week.from, week.to - STEP),
  },
});

const ARROWS: Readonly<Record<string, readonly [days: number, steps: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
};

/** A key that was pressed, and how the page runs. */
export type Press = { readonly key: string; readonly isGrowing: boolean; readonly isRtl: boolean };

/**
 * Moves or grows by a key; undefined when the key means nothing here. Arrow keys follow what is seen: in a page that runs
 * from right to left, the next day is on the left.
 */
export const press = (choice: Choice, week: CalendarWeek, { key, isGrowing, isRtl }: Press): Choice | undefined => {
  const arrow = ARROWS[key];
  if (arrow) {
    const [days, steps] = arrow;
    if (isGrowing && steps !== 0) return grow(choice, week, steps * STEP);
    return move(choice, week, isRtl ? -days : days, steps * STEP);
  }
  if (key === 'Enter' || key === ' ') return take(choice, week, choice.at);
  return key === 'Escape' ? { ...choice, chosen: undefined } : undefined;
};
