import { persianDigits } from '@mahalleh/kernel/digits';
import { civilDateOf, JALALI_MONTHS, toJalali, type CivilDate } from '@mahalleh/kernel/time';
import type { ConformanceReason } from './model.ts';

type Locale = 'fa' | 'en';
type Vacancy = Extract<ConformanceReason, { sinceOn: string }>;

/** Seats that have a number are named by it. */
const NUMBERED: Readonly<Record<string, { readonly fa: string; readonly en: string }>> = {
  civil_society_1: { fa: 'کرسی نخست تشکل‌های مردمی', en: 'first civil-society seat' },
  civil_society_2: { fa: 'کرسی دوم تشکل‌های مردمی', en: 'second civil-society seat' },
  trustee_1: { fa: 'کرسی معتمد نخست محله', en: 'first trustee seat' },
  trustee_2: { fa: 'کرسی معتمد دوم محله', en: 'second trustee seat' },
  city_council_1: { fa: 'کرسی نخست شورای شهر', en: 'first city-council seat' },
  city_council_2: { fa: 'کرسی دوم شورای شهر', en: 'second city-council seat' },
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a seat is called in a sentence. */
export const seatPhrase = (
  { seat, titleFa, titleEn }: Pick<Vacancy, 'seat' | 'titleFa' | 'titleEn'>,
  locale: Locale,
): string => NUMBERED[seat]?.[locale] ?? (locale === 'fa' ? `کرسی ${titleFa}` : `seat of the ${lowerFirst(titleEn)}`);

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day and its month; the year only when it is not this year's. */
const dayOf = (date: string, locale: Locale, today: string): string => {
  if (locale === 'en') {
    const [year = '', month = '', day = ''] = date.split('-');
    const words = `${Number(day)} ${MONTHS_EN[Number(month) - 1] ?? ''}`;
    return year === today.slice(0, 4) ? words : `${words} ${year}`;
  }
  const { year, month, day } = toJalali(date as CivilDate);
  const words = `${day} ${JALALI_MONTHS.fa[month - 1] ?? ''}`;
  return persianDigits(year === toJalali(today as CivilDate).year ? words : `${words} ${year}`);
};

const count = (n: number, locale: Locale): string => (locale === 'fa' ? persianDigits(String(n)) : String(n));

const vacancySentence = (vacancy: Vacancy, locale: Locale, today: string): string => {
  const seat = seatPhrase(vacancy, locale);
  const since = dayOf(vacancy.sinceOn, locale, today);
  if (vacancy.code === 'mandate_expired')
    return locale === 'fa' ? `حکم ${seat} از ${since} پایان یافته است` : `${seat}: mandate over, vacant since ${since}`;
  return locale === 'fa' ? `${seat} از ${since} خالی است` : `${seat} vacant since ${since}`;
};

const vacanciesSentence = (vacancies: readonly Vacancy[], locale: Locale, today: string): string[] => {
  if (vacancies.length <= 2) return vacancies.map((vacancy) => vacancySentence(vacancy, locale, today));
  return [
    locale === 'fa'
      ? `${count(vacancies.length, 'fa')} کرسی الزامی خالی است`
      : `${vacancies.length} required seats are vacant`,
  ];
};

const otherSentence = (reason: Exclude<ConformanceReason, Vacancy>, locale: Locale): string => {
  if (reason.code === 'not_sworn')
    return locale === 'fa'
      ? `${count(reason.count, 'fa')} عضو هنوز شرح وظایف را نپذیرفته است`
      : `${reason.count} ${reason.count === 1 ? 'member is' : 'members are'} not sworn yet`;
  if (reason.code === 'first_meeting_missing')
    return locale === 'fa' ? 'نشست نخست برگزار نشده است' : 'the first meeting has not been held';
  return locale === 'fa' ? 'هنوز شورایی ثبت نشده است' : 'no council has been established yet';
};

/** Why a council is not formed, in one sentence without its full stop; empty when it is formed. */
export const conformanceSentence = (
  reasons: readonly ConformanceReason[],
  locale: Locale,
  today: string = civilDateOf(Date.now()),
): string => {
  const vacancies = reasons.filter((reason): reason is Vacancy => 'sinceOn' in reason);
  const others = reasons.filter((reason): reason is Exclude<ConformanceReason, Vacancy> => !('sinceOn' in reason));
  return [
    ...vacanciesSentence(vacancies, locale, today),
    ...others.map((reason) => otherSentence(reason, locale)),
  ].join(locale === 'fa' ? '؛ ' : '; ');
};
