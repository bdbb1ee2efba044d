import { civilDateOf, formatDate, formatTime } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

/** The day and time of an instant. */
export const instantText = (ms: number, locale: Locale): string =>
  `${formatDate(civilDateOf(ms), locale, 'short')}، ${formatTime(ms, locale)}`.replace(
    '،',
    locale === 'fa' ? '،' : ',',
  );
