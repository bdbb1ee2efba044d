import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Column, Locale } from '@mahalleh/ui';
import type { UnitRow } from './model';
import { dayOf, kindWord, nameOf } from './names';

/** The columns of a table of units. */
export const unitColumns = (path: string, locale: Locale): Column<UnitRow>[] => [
  {
    key: 'name',
    label: m.units_name(),
    main: true,
    text: (row) => nameOf(row, locale),
    href: (row) => `${path}/units/${row.id}`,
    beside: (row) => (row.endedOn === null ? undefined : m.units_ended({ on: dayOf(row.endedOn, locale) ?? '' })),
  },
  { key: 'kind', label: m.units_kind(), text: (row) => kindWord(row.kind) },
  {
    key: 'parent',
    label: m.units_parent(),
    text: (row) =>
      row.parentNameFa === null ? undefined : nameOf({ nameFa: row.parentNameFa, nameEn: row.parentNameEn }, locale),
  },
  { key: 'code', label: m.units_code(), ltr: true, text: (row) => row.officialCode ?? undefined },
  {
    key: 'population',
    label: m.units_population(),
    number: true,
    text: (row) => (row.population === null ? undefined : formatNumber(row.population, locale)),
  },
];
