import { m } from '$lib/paraglide/messages';
import { nameOf, titleOf } from '$lib/units/names';
import type { Found, FoundKind, SearchResult } from '@mahalleh/finding/model';
import type { Locale } from '@mahalleh/ui';

export type { Found, FoundKind, SearchResult };

/** The kinds in the order in which they are shown. */
export const KINDS = [
  'problem',
  'operation',
  'task',
  'capacity',
  'neighbourhood',
  'unit',
  'agency',
  'base',
  'council',
  'target',
  'indicator',
] as const satisfies readonly FoundKind[];

const TITLES: Readonly<Record<FoundKind, () => string>> = {
  problem: m.finding_kind_problem,
  operation: m.finding_kind_operation,
  task: m.finding_kind_task,
  capacity: m.finding_kind_capacity,
  neighbourhood: m.finding_kind_neighbourhood,
  unit: m.finding_kind_unit,
  agency: m.finding_kind_agency,
  base: m.finding_kind_base,
  council: m.finding_kind_council,
  target: m.finding_kind_target,
  indicator: m.finding_kind_indicator,
};

/** What finds of a kind are called together. */
export const kindTitle = (kind: FoundKind): string => TITLES[kind]();

/** The kind that an address asks for, if it is one. */
export const kindOf = (asked: string | null): FoundKind | undefined => KINDS.find((kind) => kind === asked);

const PAGES: Readonly<Record<FoundKind, string>> = {
  problem: 'problems',
  operation: 'operations',
  task: 'operations',
  capacity: 'capacities',
  neighbourhood: 'neighbourhoods',
  unit: 'units',
  agency: 'agencies',
  base: 'bases',
  council: 'councils',
  target: 'targets',
  indicator: 'indicators',
};

/** The lists that take the same words as a filter. */
export const LISTS: Partial<Readonly<Record<FoundKind, string>>> = {
  problem: 'problems',
  operation: 'operations',
  capacity: 'capacities',
  neighbourhood: 'neighbourhoods',
  agency: 'agencies',
  base: 'bases',
};

/** Where a find leads: its page, a task's being that of its operation. */
export const hrefOf = ({ kind, id, withinId }: Found, path: string): string =>
  kind === 'task' && withinId !== null ? `${path}/operations/${withinId}#task-${id}` : `${path}/${PAGES[kind]}/${id}`;

/** What a find is called in the reader's language, and where that is marked. */
export const calledOf = (found: Found, locale: Locale): { title: string; marks: Found['marksFa'] } => ({
  title: titleOf(found, locale),
  marks: locale === 'en' && found.titleEn ? found.marksEn : found.marksFa,
});

/** Where a find is. */
export const placeOf = ({ unitNameFa, unitNameEn }: Found, locale: Locale): string | undefined =>
  unitNameFa === null ? undefined : nameOf({ nameFa: unitNameFa, nameEn: unitNameEn }, locale);
