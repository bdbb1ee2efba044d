import { m } from '$lib/paraglide/messages';
import { placeName } from '$lib/workspace/address';
import { domainOf, domainOptions, sideOf } from '$lib/experiences/words';
import { PROVINCES } from '@mahalleh/kernel/province';
import { civilDateOf, formatDate } from '@mahalleh/kernel/time';
import type { FilterSpec, Locale, Status } from '@mahalleh/ui';
import { PART_ORDER, type ComparedLine, type Submission, type Submissions, type TemplateRow } from './model';

export { domainOf, sideOf };

const PARTS: Readonly<Record<string, () => string>> = {
  council: m.templates_part_council,
  committees: m.templates_part_committees,
  terms: m.templates_part_terms,
  domains: m.templates_part_domains,
  problems: m.templates_part_problems,
  capacities: m.templates_part_capacities,
  roles: m.templates_part_roles,
  agencies: m.templates_part_agencies,
  duties: m.templates_part_duties,
  operations: m.templates_part_operations,
  indicators: m.templates_part_indicators,
  targets: m.templates_part_targets,
  lessons: m.templates_part_lessons,
  media: m.templates_part_media,
  other: m.templates_part_other,
};
/** What a part of a template is called. */
export const partWord = (part: string): string => (PARTS[part] ?? PARTS['other'] ?? m.templates_part_other)();

const KINDS: Readonly<Record<string, () => string>> = {
  seat: m.templates_kind_seat,
  committee: m.templates_kind_committee,
  terms: m.templates_kind_terms,
  domain: m.templates_kind_domain,
  role: m.templates_kind_role,
  agency: m.templates_kind_agency,
  problem: m.templates_kind_problem,
  capacity: m.templates_kind_capacity,
  indicator: m.templates_kind_indicator,
  duty: m.templates_kind_duty,
  operation: m.templates_kind_operation,
  task: m.templates_kind_task,
  link: m.templates_kind_link,
  target: m.templates_kind_target,
  lesson: m.templates_kind_lesson,
  media: m.templates_kind_media,
};
/** What a kind of element is called; its code, when a later program wrote it. */
export const kindWord = (kind: string): string => KINDS[kind]?.() ?? kind;

/** Town or village. */
export const settingWord = (setting: TemplateRow['setting']): string =>
  setting === 'urban' ? m.templates_setting_urban() : m.templates_setting_rural();

const SIZES: Readonly<Record<TemplateRow['size'], () => string>> = {
  small: m.templates_size_small,
  medium: m.templates_size_medium,
  large: m.templates_size_large,
};
/** How large a neighbourhood is. */
export const sizeWord = (size: TemplateRow['size']): string => SIZES[size]();

/** How a version ended, in a word. */
export const endingWord = (ending: 'withdrawn' | 'revoked'): string =>
  ending === 'withdrawn' ? m.templates_withdrawn() : m.templates_revoked();

/** The day of an instant. */
export const dayText = (ms: number, locale: Locale): string => formatDate(civilDateOf(ms), locale, 'short');

const STANDINGS: Readonly<Record<ComparedLine['standing'], { status: Status; label: () => string }>> = {
  same: { status: 'done', label: m.templates_standing_same },
  changed: { status: 'risk', label: m.templates_standing_changed },
  one: { status: 'todo', label: m.templates_standing_one },
  other: { status: 'doing', label: m.templates_standing_other },
};
/** How an element of one stands to the other: a mark and a word. */
export const standingOf = (standing: ComparedLine['standing']): { status: Status; label: string } => ({
  status: STANDINGS[standing].status,
  label: STANDINGS[standing].label(),
});

const STATUSES: Readonly<Record<Submissions['rows'][number]['status'], { status: Status; label: () => string }>> = {
  submitted: { status: 'doing', label: m.templates_status_submitted },
  returned: { status: 'blocked', label: m.templates_status_returned },
  signed: { status: 'done', label: m.templates_status_signed },
};
/** Where a submitted document stands: a mark and a word. */
export const statusOf = (status: Submissions['rows'][number]['status']): { status: Status; label: string } => ({
  status: STATUSES[status].status,
  label: STATUSES[status].label(),
});

const LEAKS: Readonly<Record<Submission['checks']['leaks'][number]['found'], () => string>> = {
  phone: m.templates_leak_phone,
  national_id: m.templates_leak_national_id,
  email: m.templates_leak_email,
};
/** What the scan saw in a text. */
export const leakWord = (found: Submission['checks']['leaks'][number]['found']): string => LEAKS[found]();

const choice = <V extends string>(values: readonly V[], word: (value: V) => string) =>
  values.map((value) => ({ value, label: word(value) }));

/** The filters of the catalogue; what is one's own province's is asked for in a province only. */
export const templateFilters = (isProvince: boolean, tags: readonly string[], locale: Locale): FilterSpec[] => [
  {
    kind: 'select',
    name: 'province',
    label: m.templates_filter_province(),
    options: PROVINCES.map(({ slug }) => ({ value: slug, label: placeName({ slug }, locale) })),
  },
  {
    kind: 'select',
    name: 'part',
    label: m.templates_filter_part(),
    options: choice(
      PART_ORDER.filter((part) => part !== 'other'),
      partWord,
    ),
  },
  { kind: 'select', name: 'domain', label: m.templates_filter_domain(), options: domainOptions(locale) },
  { kind: 'select', name: 'tag', label: m.templates_filter_tag(), options: choice(tags, (tag) => tag) },
  {
    kind: 'select',
    name: 'setting',
    label: m.templates_filter_setting(),
    options: choice(['urban', 'rural'] as const, settingWord),
  },
  {
    kind: 'select',
    name: 'size',
    label: m.templates_filter_size(),
    options: choice(['small', 'medium', 'large'] as const, sizeWord),
  },
  {
    kind: 'select',
    name: 'sample',
    label: m.templates_filter_sample(),
    options: [
      { value: 'only', label: m.templates_filter_sample_only() },
      { value: 'none', label: m.templates_filter_sample_none() },
    ],
  },
  {
    kind: 'select',
    name: 'adopted',
    label: m.templates_filter_adopted(),
    options: [
      { value: 'any', label: m.templates_filter_adopted_any() },
      ...(isProvince ? [{ value: 'mine', label: m.templates_filter_adopted_mine() }] : []),
    ],
  },
  {
    kind: 'select',
    name: 'ended',
    label: m.templates_filter_ended(),
    options: [{ value: 'yes', label: m.templates_filter_ended_yes() }],
  },
];
