import { doubtReasons } from '@mahalleh/indicators/doubts';
import { formatNumber, persianDigits } from '@mahalleh/kernel/digits';
import { formatDate, isCivilDate } from '@mahalleh/kernel/time';
import { fillText } from '@mahalleh/kernel/failure';
import type { Locale } from '@mahalleh/ui';
import type { Measurement } from './model';

const shown = (value: string | number, locale: Locale): string => {
  if (typeof value === 'number') return formatNumber(value, locale);
  if (isCivilDate(value)) return formatDate(value, locale, 'short');
  return locale === 'fa' ? persianDigits(value) : value;
};

/** What looked odd about a value, in the reader's words. */
export const doubtText = ({ reason, params }: Measurement['doubts'][number], locale: Locale): string => {
  const texts: Readonly<Record<string, { readonly fa: string; readonly en: string }>> = doubtReasons;
  const filled = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value, locale)]));
  return fillText(texts[reason]?.[locale] ?? reason, filled);
};
