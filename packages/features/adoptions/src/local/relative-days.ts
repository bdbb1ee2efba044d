import { daysBetween, type CivilDate } from '@mahalleh/kernel';
import type { WorkCalendar } from '@mahalleh/templates/dates';
import type { Fields } from '@mahalleh/templates/document';
import type { RealDays } from '../dates/index.ts';

/** As far as a template reaches. Unit: days. */
const FARTHEST = 3650;
const within = (days: number, least: number): number => Math.min(FARTHEST, Math.max(least, days));

/** What a day is counted from: the first day of all or of the operation, or the last day of what it follows in the template. */
export type Anchor = {
  readonly on: CivilDate;
  readonly after: { readonly id: string; readonly endsOn: CivilDate } | null;
};

/** Real days as a template says them: from what it follows there when it still comes after it, else from the anchor. */
export const relativeDays = ({ startsOn, endsOn }: RealDays, { on, after }: Anchor, calendar: WorkCalendar): Fields => {
  const follows = after && after.endsOn < startsOn ? after : null;
  return {
    startAfterRef: follows?.id ?? null,
    startDays: within(follows ? daysBetween(follows.endsOn, startsOn) - 1 : daysBetween(on, startsOn), -FARTHEST),
    lastsDays: within(calendar.workingDaysBetween(startsOn, endsOn), 1),
  };
};
