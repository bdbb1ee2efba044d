import { m } from '$lib/paraglide/messages';
import { kindWord } from '$lib/units/names';
import { AGENCY_KIND_TITLES, BASE_KIND_TITLES } from '@mahalleh/agencies/kinds';
import { CAPACITY_KIND_TITLES } from '@mahalleh/capacity/statuses';
import { STATUS_TITLES } from '@mahalleh/problems/statuses';
import type { Locale } from '@mahalleh/ui';
import type { Found, FoundKind } from './model';

type Titles = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
const among =
  (titles: Titles) =>
  (status: string, locale: Locale): string | undefined =>
    titles[status]?.[locale];
const said =
  (words: Readonly<Record<string, () => string>>) =>
  (status: string): string | undefined =>
    words[status]?.();

const STANDING: Partial<Readonly<Record<FoundKind, (status: string, locale: Locale) => string | undefined>>> = {
  problem: among(STATUS_TITLES),
  operation: said({
    planned: m.operations_status_planned,
    running: m.operations_status_running,
    done: m.operations_status_done,
    cancelled: m.operations_status_cancelled,
  }),
  task: said({
    open: m.finding_task_open,
    done: m.operations_status_done,
    cancelled: m.operations_status_cancelled,
  }),
  capacity: among(CAPACITY_KIND_TITLES),
  neighbourhood: kindWord,
  unit: kindWord,
  agency: among(AGENCY_KIND_TITLES),
  base: among(BASE_KIND_TITLES),
  council: said({
    province_steering: m.councils_kind_province_steering,
    county_steering: m.councils_kind_county_steering,
    neighbourhood_progress: m.councils_kind_neighbourhood_progress,
  }),
};

/** How a find stands, or of which sort it is, in words. */
export const standingOf = ({ kind, status }: Found, locale: Locale): string | undefined =>
  status === null ? undefined : STANDING[kind]?.(status, locale);
