import { daysBetween, type CivilDate } from '@mahalleh/kernel';
import type { WorkCalendar } from '../dates/index.ts';

/** The days of a record, both included. */
export type Span = { readonly startsOn: CivilDate; readonly endsOn: CivilDate };

/** When something begins and how long it lasts, without a date; the three are one field, «when». */
export type When = {
  readonly startAfterRef: string | null;
  readonly startDays: number;
  readonly lastsDays: number;
};

/** What something waits for: the element, and its last day. */
export type Before = { readonly elementId: string; readonly endsOn: CivilDate };

/** As far as a template reaches; what is further is said to be as far. Unit: days. */
const FARTHEST = 3650;
const within = (days: number, least: number): number => Math.min(FARTHEST, Math.max(least, days));

/** How many working days a span has, at least one. */
export const lastsOf = ({ startsOn, endsOn }: Span, calendar: WorkCalendar): number =>
  within(calendar.workingDaysBetween(startsOn, endsOn), 1);

/** The days of a span from the anchor, or, where it begins after the last of what it waits for, from the day after that. */
export const whenOf = (span: Span, anchor: CivilDate, befores: readonly Before[], calendar: WorkCalendar): When => {
  const last = befores.toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0];
  const after = last && last.endsOn < span.startsOn ? last : undefined;
  const days = after ? daysBetween(after.endsOn, span.startsOn) - 1 : daysBetween(anchor, span.startsOn);
  return {
    startAfterRef: after?.elementId ?? null,
    startDays: within(days, -FARTHEST),
    lastsDays: lastsOf(span, calendar),
  };
};

/** The first day of all; today's when there is none. */
export const anchorOf = (spans: readonly Span[], otherwise: CivilDate): CivilDate =>
  spans.reduce((first, { startsOn }) => (startsOn < first ? startsOn : first), spans[0]?.startsOn ?? otherwise);
