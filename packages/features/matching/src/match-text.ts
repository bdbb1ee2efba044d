import { CAPACITY_KIND_TITLES } from '@mahalleh/capacity/statuses';
import { fillText, formatNumber, type Bilingual } from '@mahalleh/kernel';
import { FACTORS, type Factor } from './factor-model.ts';
import type { RuleParams } from './rule-params.ts';
import { daysIn, neededOf, type PairFacts, type Values } from './rules.ts';

/** What is known besides the facts when a match is put into words. */
export type Told = PairFacts & {
  readonly domainTitle: Bilingual;
  /** Where the capacity belongs, when that is above the problem's neighbourhood or elsewhere. */
  readonly unit: Bilingual;
  readonly agencyName: string | null;
};

const DAYS: readonly Bilingual[] = [
  { fa: 'شنبه‌ها', en: 'Saturdays' },
  { fa: 'یکشنبه‌ها', en: 'Sundays' },
  { fa: 'دوشنبه‌ها', en: 'Mondays' },
  { fa: 'سه‌شنبه‌ها', en: 'Tuesdays' },
  { fa: 'چهارشنبه‌ها', en: 'Wednesdays' },
  { fa: 'پنجشنبه‌ها', en: 'Thursdays' },
  { fa: 'جمعه‌ها', en: 'Fridays' },
];
/** More days than these are counted, not named. */
const NAMED_DAYS = 3;
/** From this value on a kind serves a domain well. */
const WELL = 0.75;

const TEXTS = {
  domain_same: { fa: 'همین حوزه: {domain}', en: 'the same domain: {domain}' },
  domain_related: { fa: 'حوزه‌ای نزدیک: {domain}', en: 'a related domain: {domain}' },
  domain_general: { fa: 'برای هر حوزه‌ای', en: 'for any domain' },
  kind_well: { fa: '{kind} خوب به کار این حوزه می‌آید', en: '{kind}: serves this domain well' },
  kind_somewhat: { fa: '{kind} تا اندازه‌ای به کار این حوزه می‌آید', en: '{kind}: serves this domain to some extent' },
  distance_metres: { fa: '{metres} متر فاصله', en: '{metres} m away' },
  distance_kilometres: { fa: '{km} کیلومتر فاصله', en: '{km} km away' },
  distance_same: { fa: 'در همین محله', en: 'in the same neighbourhood' },
  distance_above: { fa: 'از ظرفیت‌های {unit}', en: 'a capacity of {unit}' },
  distance_county: { fa: 'در همین شهرستان: {unit}', en: 'in the same county: {unit}' },
  free_every_day: { fa: 'همه روزهای هفته آزاد است', en: 'free on every day of the week' },
  free_days: { fa: '{days} آزاد است', en: 'free on {days}' },
  free_count: { fa: '{count} روز هفته آزاد است', en: 'free on {count} days of the week' },
  free_never: { fa: 'تا دو هفته دیگر نوبت آزاد ندارد', en: 'no free time in the next two weeks' },
  solved_some: { fa: '{count} مسئله مانند این را حل کرده است', en: 'helped to solve {count} like it' },
  duty_lead: { fa: '{agency} متولی این حوزه در اینجاست', en: '{agency} leads this domain here' },
  duty_partner: { fa: '{agency} همکار این حوزه در اینجاست', en: '{agency} takes part in this domain here' },
  quantity_enough: { fa: 'موجودی کافی است: {count}', en: 'there is enough: {count}' },
  quantity_short: { fa: 'موجودی {count} از نزدیک به {needed}', en: '{count} of about {needed} that are needed' },
  rials_enough: { fa: 'مانده کافی است: {count} ریال', en: 'enough is left: {count} rials' },
  rials_short: {
    fa: 'مانده {count} ریال از نزدیک به {needed} ریال',
    en: '{count} rials left of about {needed} that are needed',
  },
  promised_some: { fa: 'در {count} عملیات دیگر به کار است', en: 'in use by other operations: {count}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

type Spoken = {
  readonly key: keyof typeof TEXTS;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly names?: Readonly<Record<string, Bilingual>>;
};

const same = (text: string): Bilingual => ({ fa: text, en: text });

const distanceWords = ({ place, distanceM, unit }: Told): Spoken | undefined => {
  if (distanceM !== null)
    return distanceM < 1_000
      ? { key: 'distance_metres', numbers: { metres: Math.round(distanceM / 10) * 10 } }
      : { key: 'distance_kilometres', numbers: { km: Math.round(distanceM / 100) / 10 } };
  return place === 'far' ? undefined : { key: `distance_${place}`, names: { unit } };
};

const freeWords = ({ hasHours, freeDays }: Told): Spoken | undefined => {
  const count = daysIn(freeDays);
  if (!hasHours) return undefined;
  if (count === 0) return { key: 'free_never' };
  if (count === DAYS.length) return { key: 'free_every_day' };
  if (count > NAMED_DAYS) return { key: 'free_count', numbers: { count } };
  const named = DAYS.filter((_day, n) => freeDays & (1 << n));
  const days = { fa: named.map(({ fa }) => fa).join(' و '), en: named.map(({ en }) => en).join(' and ') };
  return { key: 'free_days', names: { days } };
};

const quantityWords = (told: Told, params: RuleParams['quantity']): Spoken | undefined => {
  if (told.available === null) return undefined;
  const needed = neededOf(told, params);
  const what = told.kind === 'fund' ? 'rials' : 'quantity';
  return told.available >= needed
    ? { key: `${what}_enough`, numbers: { count: told.available } }
    : { key: `${what}_short`, numbers: { count: told.available, needed } };
};

const spokenOf = (factor: Factor, told: Told, values: Values, params: RuleParams): Spoken | undefined => {
  switch (factor) {
    case 'domain':
      return { key: `domain_${told.domain}`, names: { domain: told.domainTitle } };
    case 'kind':
      return values.kind === 0
        ? undefined
        : {
            key: values.kind >= WELL ? 'kind_well' : 'kind_somewhat',
            names: { kind: CAPACITY_KIND_TITLES[told.kind] },
          };
    case 'distance':
      return distanceWords(told);
    case 'free':
      return freeWords(told);
    case 'solved':
      return told.solved === 0 ? undefined : { key: 'solved_some', numbers: { count: told.solved } };
    case 'duty':
      return told.duty === null || told.agencyName === null
        ? undefined
        : { key: `duty_${told.duty}`, names: { agency: same(told.agencyName) } };
    case 'quantity':
      return quantityWords(told, params.quantity);
    case 'promised':
      return told.promised === 0 ? undefined : { key: 'promised_some', numbers: { count: told.promised } };
  }
};

const filled = ({ key, numbers = {}, names = {} }: Spoken, locale: 'fa' | 'en'): string =>
  fillText(TEXTS[key][locale], {
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, formatNumber(value, locale)])),
    ...Object.fromEntries(Object.entries(names).map(([name, title]) => [name, title[locale]])),
  });

/** Why something fits, or does not, in words: one reason for each factor that there is something to say of. */
export const matchReasons = (told: Told, values: Values, params: RuleParams): ({ key: Factor } & Bilingual)[] =>
  FACTORS.flatMap((factor) => {
    const spoken = spokenOf(factor, told, values, params);
    return spoken ? [{ key: factor, fa: filled(spoken, 'fa'), en: filled(spoken, 'en') }] : [];
  });
