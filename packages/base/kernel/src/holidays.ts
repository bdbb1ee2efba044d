import type { CivilDate } from './civil-date.ts';
import { toJalali } from './jalali.ts';
import type { Bilingual } from './locale.ts';

const NOWRUZ: Bilingual = { fa: 'نوروز', en: 'Nowruz' };

/** By month and day of the Jalali calendar. */
const HOLIDAYS: Readonly<Record<string, Bilingual>> = {
  '1-1': NOWRUZ,
  '1-2': NOWRUZ,
  '1-3': NOWRUZ,
  '1-4': NOWRUZ,
  '1-12': { fa: 'جمهوری اسلامی', en: 'Islamic Republic Day' },
  '1-13': { fa: 'روز طبیعت', en: 'Nature Day' },
  '3-14': { fa: 'رحلت امام خمینی', en: 'Passing of Imam Khomeini' },
  '3-15': { fa: 'قیام ۱۵ خرداد', en: '15 Khordad Uprising' },
  '11-22': { fa: 'پیروزی انقلاب', en: 'Revolution Day' },
  '12-29': { fa: 'ملی شدن نفت', en: 'Oil Nationalisation Day' },
};

/** The official holiday that the Jalali calendar has on that day, if any. Those of the lunar calendar are announced each year and cannot be computed for certain. */
export const holidayOn = (date: CivilDate): Bilingual | undefined => {
  const { month, day } = toJalali(date);
  return HOLIDAYS[`${month}-${day}`];
};
