import { m } from '$lib/paraglide/messages';
import { dayOf } from '$lib/units/names';
import { isPeriodKey } from '@mahalleh/kernel/period';
import type { Locale } from '@mahalleh/ui';

/** What the course of the councils is called: month by month, or quarter by quarter. */
export const trendTitle = (period: string): string =>
  isPeriodKey(period) ? m.reports_doc_trend() : m.reports_doc_trend_quarter();

/** A title with the day on which what it tells stood so, for what is not frozen with the figures. */
export const asOfToday = (title: string, today: string, locale: Locale): string =>
  m.reports_as_today({ title, at: dayOf(today, locale) ?? '' });
