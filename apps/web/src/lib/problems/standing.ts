import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import { civilDateOf, formatDate } from '@mahalleh/kernel/time';
import { AWAITING_TITLE, LEVEL_TITLES, STATUS_TITLES, type Level } from '@mahalleh/problems/statuses';
import type { Locale, Status } from '@mahalleh/ui';
import { daysLeft, englishOrdinal, isAwaiting, stationsOf, type Course, type Standing, type Station } from './course';
import { markOf } from './words';

/** Where a problem stands, as a mark and a word. */
export const standingOf = (problem: Standing, locale: Locale): { status: Status; label: string } =>
  isAwaiting(problem)
    ? { status: 'doing', label: AWAITING_TITLE[locale] }
    : {
        status: markOf(problem.status),
        label: problem.status === 'solved' ? m.problems_confirmed() : STATUS_TITLES[problem.status][locale],
      };

/** What a level is called. */
export const levelTitle = (level: Level, locale: Locale): string => LEVEL_TITLES[level][locale];

const ORDINALS = ['نخست', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم', 'دهم'];

/** A place in an order, in words: «نخست», `1st`. */
export const ordinal = (place: number, locale: Locale): string =>
  locale === 'en'
    ? englishOrdinal(place)
    : (ORDINALS[place - 1] ?? m.problems_place_in_order({ place: formatNumber(place, locale) }));

const stationTitle = (at: Station['at'], locale: Locale): string => {
  if (at === 'confirmed') return m.problems_confirmed();
  return at === 'solved' ? m.problems_called_solved() : STATUS_TITLES[at][locale];
};

const stayed = ({ days, isNow }: Station, locale: Locale): string | undefined => {
  if (days === undefined) return undefined;
  const word = days < 1 ? m.problems_within_a_day() : m.problems_days({ count: formatNumber(days, locale) });
  return isNow ? m.problems_until_now({ days: word }) : word;
};

/** The way of a problem for its rail, newest first: when it came to each station, and how long it stayed. */
export const railOf = (problem: Course, nowMs: number, locale: Locale) =>
  stationsOf(problem, nowMs).map((station, i) => ({
    id: String(i),
    title: stationTitle(station.at, locale),
    detail: [formatDate(civilDateOf(station.atMs), locale, 'short'), stayed(station, locale)]
      .filter(Boolean)
      .join(' · '),
  }));

const SOON_DAYS = 2;

/** How the clock of a level stands, as a mark and a word; undefined when nothing is waited for. */
export const clockOf = (
  problem: { readonly level: Level; readonly levelDueOn: string | null },
  nowMs: number,
  locale: Locale,
): { status: Status; label: string } | undefined => {
  const left = daysLeft(problem, nowMs);
  if (left === undefined) return undefined;
  const words = { level: levelTitle(problem.level, locale), days: formatNumber(Math.abs(left), locale) };
  if (left < 0) return { status: 'late', label: m.problems_level_late(words) };
  return {
    status: left <= SOON_DAYS ? 'risk' : 'doing',
    label: left === 0 ? m.problems_level_today(words) : m.problems_level_left(words),
  };
};
