import { officeWord } from '$lib/councils/charter';
import { domainOf } from '$lib/experiences/words';
import { m } from '$lib/paraglide/messages';
import { AGENCY_KIND_TITLES } from '@mahalleh/agencies/kinds';
import { CAPACITY_KIND_TITLES } from '@mahalleh/capacity/statuses';
import { AIM_TITLES, DIRECTION_TITLES, FREQUENCY_TITLES, UNIT_TITLES } from '@mahalleh/indicators/codes';
import { formatNumber } from '@mahalleh/kernel/digits';
import { AUDIENCE_TITLES } from '@mahalleh/operations/audiences';
import { DUTY_ROLE_TITLES } from '@mahalleh/responsibility/statuses';
import type { Locale } from '@mahalleh/ui';
import type { ElementsById, TemplateElement } from './model';

type Value = TemplateElement['fields'][string];

const FIELDS: Readonly<Record<string, () => string>> = {
  title: m.templates_field_title,
  titleFa: m.templates_field_title_fa,
  titleEn: m.templates_field_title_en,
  office: m.templates_field_office,
  isRequired: m.templates_field_is_required,
  isChair: m.templates_field_is_chair,
  isSecretary: m.templates_field_is_secretary,
  duty: m.templates_field_duty,
  key: m.templates_field_key,
  isEmergency: m.templates_field_is_emergency,
  forRef: m.templates_field_for_ref,
  text: m.templates_field_text,
  nationalKey: m.templates_field_national_key,
  isSensitive: m.templates_field_is_sensitive,
  parentRef: m.templates_field_parent_ref,
  description: m.templates_field_description,
  domainRef: m.templates_field_domain_ref,
  severity: m.templates_field_severity,
  whys: m.templates_field_whys,
  solution: m.templates_field_solution,
  capacityKind: m.templates_field_capacity_kind,
  domainRefs: m.templates_field_domain_refs,
  note: m.templates_field_note,
  quantity: m.templates_field_quantity,
  agencyKind: m.templates_field_agency_kind,
  agencyRef: m.templates_field_agency_ref,
  role: m.templates_field_role,
  goal: m.templates_field_goal,
  measure: m.templates_field_measure,
  audience: m.templates_field_audience,
  problemRef: m.templates_field_problem_ref,
  indicatorRef: m.templates_field_indicator_ref,
  capacityRefs: m.templates_field_capacity_refs,
  startAfterRef: m.templates_field_start_after_ref,
  startDays: m.templates_field_start_days,
  lastsDays: m.templates_field_lasts_days,
  operationRef: m.templates_field_operation_ref,
  roleRef: m.templates_field_role_ref,
  isMilestone: m.templates_field_is_milestone,
  taskRef: m.templates_field_task_ref,
  afterRef: m.templates_field_after_ref,
  lagDays: m.templates_field_lag_days,
  aim: m.templates_field_aim,
  unit: m.templates_field_unit,
  direction: m.templates_field_direction,
  formula: m.templates_field_formula,
  about: m.templates_field_about,
  ofFa: m.templates_field_of_fa,
  ofEn: m.templates_field_of_en,
  source: m.templates_field_source,
  frequency: m.templates_field_frequency,
  population: m.templates_field_population,
  addsUp: m.templates_field_adds_up,
  expectedChange: m.templates_field_expected_change,
  expectedMonths: m.templates_field_expected_months,
  metricKey: m.templates_field_metric_key,
  metricDims: m.templates_field_metric_dims,
  baseline: m.templates_field_baseline,
  attachment: m.templates_field_attachment,
  summary: m.templates_field_summary,
  tags: m.templates_field_tags,
  changes: m.templates_field_changes,
  credits: m.templates_field_credits,
};
/** What a field is called; its own name, when a later program wrote it. */
export const fieldWord = (name: string): string => FIELDS[name]?.() ?? name;

type Titles = Readonly<Record<string, { readonly fa: string; readonly en: string } | undefined>>;
const CODES: Readonly<Record<string, Titles>> = {
  agencyKind: AGENCY_KIND_TITLES,
  capacityKind: CAPACITY_KIND_TITLES,
  aim: AIM_TITLES,
  unit: UNIT_TITLES,
  direction: DIRECTION_TITLES,
  frequency: FREQUENCY_TITLES,
  audience: AUDIENCE_TITLES,
  role: DUTY_ROLE_TITLES,
};

const textOf = (name: string, text: string, byId: ElementsById, locale: Locale): string => {
  if (name.endsWith('Ref') || name.endsWith('Refs')) return byId.get(text)?.name ?? text;
  if (name === 'office') return officeWord(text);
  if (name === 'nationalKey') return domainOf(text, locale);
  if (name === 'population') return text === 'people' ? m.templates_people() : m.templates_things();
  return CODES[name]?.[text]?.[locale] ?? text;
};

/** A number with its sign, as the reader’s language writes it. */
export const signedNumber = (value: number, locale: Locale): string =>
  // A sign is read from the left in either direction.
  value > 0
    ? `\u200e+${formatNumber(value, locale, { maxFraction: 2 })}`
    : formatNumber(value, locale, { maxFraction: 2 });

/** What a field says, for a reader: references by their names, codes by their words; empty when it says nothing. */
export const valueWord = (name: string, value: Value | undefined, byId: ElementsById, locale: Locale): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? m.templates_yes() : m.templates_no();
  if (typeof value === 'number')
    return name === 'expectedChange' ? signedNumber(value, locale) : formatNumber(value, locale, { maxFraction: 4 });
  const join = name === 'whys' ? ' ← ' : locale === 'fa' ? '، ' : ', ';
  return [value]
    .flat()
    .map((text) => textOf(name, text, byId, locale))
    .join(join);
};

/** Fields in which a program alone is interested, and names: an element is called by them. */
const HIDDEN: ReadonlySet<string> = new Set(['attachment', 'key', 'metricDims', 'titleFa', 'titleEn']);

/** The fields of an element that say something and that nobody has read in its name, in their order; a yes is its label alone. */
export const toldFields = (
  { fields, name }: TemplateElement,
  byId: ElementsById,
  locale: Locale,
): readonly { readonly name: string; readonly label: string; readonly value: string }[] =>
  Object.entries(fields).flatMap(([field, value]) => {
    if (HIDDEN.has(field) || value === false) return [];
    const said = valueWord(field, value, byId, locale);
    if (said === '' || said === name) return [];
    return [{ name: field, label: fieldWord(field), value: value === true ? '' : said }];
  });
