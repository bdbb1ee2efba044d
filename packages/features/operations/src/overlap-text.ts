import { fillText, formatNumber, type Bilingual, type Detail } from '@mahalleh/kernel';
import { AUDIENCE_TITLES } from './audience-titles.ts';
import type { Audience } from './choices.ts';
import type { Likeness } from './overlap-rules.ts';

/** What is known of an overlap when it is put into words. Of an operation that may not be seen, `unit` is null. */
export type Told = Likeness & {
  readonly domainTitle: Bilingual;
  readonly unit: Bilingual | null;
  readonly distanceM: number | null;
  /** How many days both are at work; of one that is done, how many days before the start it was done, negative when after. */
  readonly days: number;
  readonly isSameProblem: boolean;
  readonly theirAudience: Audience | null;
};

const TEXTS = {
  domain_same: { fa: 'همین حوزه: {domain}', en: 'the same domain: {domain}' },
  domain_related: { fa: 'حوزه‌ای نزدیک: {domain}', en: 'a related domain: {domain}' },
  place_same: { fa: 'در همین محله', en: 'in the same neighbourhood' },
  place_near: { fa: '{metres} متر آن‌سوتر، در {unit}', en: '{metres} metres away, in {unit}' },
  place_near_hidden: { fa: 'در همین نزدیکی، در محله‌ای دیگر', en: 'close by, in another neighbourhood' },
  place_county: { fa: 'در همین شهرستان: {unit}', en: 'in the same county: {unit}' },
  place_county_hidden: {
    fa: 'در محله‌ای دیگر از همین شهرستان',
    en: 'in another neighbourhood of the same county',
  },
  time_together: { fa: '{days} روز هم‌زمان', en: 'at the same time, {days} days' },
  time_recent: { fa: '{days} روز پیش از آغاز این عملیات انجام شده است', en: 'done {days} days before this one starts' },
  time_meanwhile: { fa: 'در همین بازه انجام شده است', en: 'done within the same days' },
  audience_problem: { fa: 'برای همین مسئله', en: 'for the same problem' },
  audience_same: { fa: 'همین مخاطبان: {audience}', en: 'the same people: {audience}' },
  audience_open: {
    fa: 'مخاطب یکی از دو عملیات همه اهالی است یا گفته نشده است',
    en: 'one of the two addresses everyone, or does not say whom',
  },
  audience_other: { fa: 'مخاطبان دیگر: {audience}', en: 'other people: {audience}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

type Spoken = {
  readonly key: keyof typeof TEXTS;
  readonly params?: Detail;
  readonly names?: Record<string, Bilingual>;
};

const spokenOf = (told: Told): readonly Spoken[] => {
  const { unit, distanceM, days, theirAudience } = told;
  const audience = theirAudience === null ? {} : { audience: AUDIENCE_TITLES[theirAudience] };
  const place: Spoken =
    told.place === 'same'
      ? { key: 'place_same' }
      : unit === null
        ? { key: `place_${told.place}_hidden` }
        : { key: `place_${told.place}`, params: { metres: Math.round(distanceM ?? 0) }, names: { unit } };
  const time: Spoken =
    told.time === 'together'
      ? { key: 'time_together', params: { days } }
      : days > 0
        ? { key: 'time_recent', params: { days } }
        : { key: 'time_meanwhile' };
  return [
    { key: `domain_${told.domain}`, names: { domain: told.domainTitle } },
    place,
    time,
    told.isSameProblem ? { key: 'audience_problem' } : { key: `audience_${told.audience}`, names: audience },
  ];
};

const filled = ({ key, params = {}, names = {} }: Spoken, locale: 'fa' | 'en'): string =>
  fillText(TEXTS[key][locale], {
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, formatNumber(Number(value), locale)])),
    ...Object.fromEntries(Object.entries(names).map(([name, title]) => [name, title[locale]])),
  });

/** Why two operations overlap, in words: what they do, where, when, and for whom. */
export const overlapReasons = (told: Told): Bilingual[] =>
  spokenOf(told).map((spoken) => ({ fa: filled(spoken, 'fa'), en: filled(spoken, 'en') }));
