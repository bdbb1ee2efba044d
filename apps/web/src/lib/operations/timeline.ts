import { daysBetween, isCivilDate, JALALI_MONTHS, toJalali, addDays, type CivilDate } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

type Stretch = { readonly startsOn: string; readonly dueOn: string; readonly standing: string };
/** One bar: where it begins and ends on the line (0..1), and how far beyond its day it runs. */
export type TimelineBar = { readonly from: number; readonly to: number; readonly over: number };
/** A line of time: its months, where today is, and a bar for each stretch. */
export type Timeline = {
  readonly months: readonly { readonly at: number; readonly label: string }[];
  readonly today: number | undefined;
  readonly bars: readonly TimelineBar[];
};

const asDate = (stored: string, otherwise: CivilDate): CivilDate => (isCivilDate(stored) ? stored : otherwise);
const least = (dates: readonly CivilDate[]): CivilDate => dates.reduce((a, b) => (b < a ? b : a));
const most = (dates: readonly CivilDate[]): CivilDate => dates.reduce((a, b) => (b > a ? b : a));

/** Lays stretches of days on one line with the Jalali months; late ones run on until today. */
export const timelineOf = (
  span: { readonly startsOn: string; readonly endsOn: string },
  stretches: readonly Stretch[],
  today: CivilDate,
  locale: Locale,
): Timeline => {
  const anyLate = stretches.some(({ standing }) => standing === 'late');
  const dates = [
    asDate(span.startsOn, today),
    asDate(span.endsOn, today),
    ...stretches.flatMap(({ startsOn, dueOn }) => [asDate(startsOn, today), asDate(dueOn, today)]),
    ...(anyLate ? [today] : []),
  ];
  const first = least(dates);
  const last = addDays(most(dates), 1);
  const days = Math.max(1, daysBetween(first, last));
  const at = (date: CivilDate): number => daysBetween(first, date) / days;
  return {
    months: monthsIn(first, last).map(({ date, month }) => ({
      at: at(date),
      label: JALALI_MONTHS[locale][month - 1] ?? '',
    })),
    today: today >= first && today < last ? at(today) : undefined,
    bars: stretches.map(({ startsOn, dueOn, standing }) => {
      const to = at(addDays(asDate(dueOn, today), 1));
      return { from: at(asDate(startsOn, today)), to, over: standing === 'late' ? Math.max(0, at(today) - to) : 0 };
    }),
  };
};

const monthsIn = (first: CivilDate, last: CivilDate): { date: CivilDate; month: number }[] => {
  const months = [];
  for (let date = first; date < last; date = addDays(date, 1)) {
    const { day, month } = toJalali(date);
    if (day === 1 || date === first) months.push({ date, month });
  }
  // The first, cut-off month gives way when the next one would be written over it.
  const [cut, next] = months;
  return cut && next && daysBetween(cut.date, next.date) < daysBetween(first, last) / 8 ? months.slice(1) : months;
};
