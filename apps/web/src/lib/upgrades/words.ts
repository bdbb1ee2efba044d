import { m } from '$lib/paraglide/messages';
import { fieldWord, valueWord } from '$lib/templates/fields';
import type { ElementsById } from '$lib/templates/model';
import { whenWord } from '$lib/templates/relative';
import { kindWord } from '$lib/templates/words';
import { dayOf } from '$lib/units/names';
import type { Locale, Status } from '@mahalleh/ui';
import type { Fields, Improvement, ImprovementRow, Names, OverlayElement, Upgrade } from './model';

const WHEN = 'when';

const namedBy = (names: Names): ElementsById =>
  new Map(Object.entries(names).map(([id, name]) => [id, { id, kind: '', part: '', name, fields: {} }]));

/** What a field is called; the three of a date are one. */
export const unitWord = (field: string): string => (field === WHEN ? m.upgrades_field_when() : fieldWord(field));

/** What kind of element it is, and which of its fields. */
export const aboutText = (kind: string, field: string | null): string =>
  [kindWord(kind), field === null ? '' : unitWord(field)].filter(Boolean).join(' · ');

/** What fields say, for a reader; `field` is the one, or `when` for a date. */
export const saidText = (field: string, fields: Fields, names: Names, locale: Locale): string => {
  const byId = namedBy(names);
  const text =
    field === WHEN
      ? whenWord({ id: '', kind: '', part: '', name: '', fields }, byId, locale)
      : valueWord(field, fields[field], byId, locale);
  return text || m.upgrades_said_nothing();
};

/** What an element says in every field that says something, as lines. */
export const saidLines = (fields: Fields, names: Names, locale: Locale): { label: string; text: string }[] => {
  const byId = namedBy(names);
  return Object.entries(fields).flatMap(([field, value]) => {
    const text = value === false ? '' : valueWord(field, value, byId, locale);
    return text === '' ? [] : [{ label: fieldWord(field), text }];
  });
};

/** From when to when. */
export const spanText = (days: { startsOn: string; endsOn: string } | null, locale: Locale): string | undefined =>
  days === null
    ? undefined
    : m.upgrades_days({ from: dayOf(days.startsOn, locale) ?? '', to: dayOf(days.endsOn, locale) ?? '' });

const STANDINGS: Readonly<Record<OverlayElement['standing'], { status: Status; label: () => string }>> = {
  untouched: { status: 'done', label: m.upgrades_standing_untouched },
  changed: { status: 'risk', label: m.upgrades_standing_changed },
  dropped: { status: 'blocked', label: m.upgrades_standing_dropped },
  left_out: { status: 'todo', label: m.upgrades_standing_left_out },
  added: { status: 'doing', label: m.upgrades_standing_added },
  own: { status: 'doing', label: m.upgrades_standing_own },
};
/** How an element stands to its template: a mark and a word. */
export const standingWord = (standing: OverlayElement['standing']): { status: Status; label: string } => ({
  status: STANDINGS[standing].status,
  label: STANDINGS[standing].label(),
});

const WHYS: Readonly<Record<Upgrade['stays'][number]['why'], () => string>> = {
  changed: m.upgrades_why_changed,
  local: m.upgrades_why_local,
  fixed: m.upgrades_why_fixed,
  joined: m.upgrades_why_joined,
  needs: m.upgrades_why_needs,
  needed: m.upgrades_why_needed,
  begun: m.upgrades_why_begun,
  own: m.upgrades_why_own,
  added: m.upgrades_why_added,
  sensitive: m.upgrades_why_sensitive,
  triaged: m.upgrades_why_triaged,
  lead_taken: m.upgrades_why_lead_taken,
  declared: m.upgrades_why_declared,
  formula: m.upgrades_why_formula,
  unit_read: m.upgrades_why_unit_read,
  additive: m.upgrades_why_additive,
  aimed: m.upgrades_why_aimed,
  not_permitted: m.upgrades_why_not_permitted,
};
/** Why something stays as it is. */
export const stayWord = (why: Upgrade['stays'][number]['why']): string => WHYS[why]();

const OUTCOMES: Readonly<
  Record<'waiting' | 'accepted' | 'partly' | 'declined', { status: Status; label: () => string }>
> = {
  waiting: { status: 'doing', label: m.upgrades_outcome_waiting },
  accepted: { status: 'done', label: m.upgrades_outcome_accepted },
  partly: { status: 'risk', label: m.upgrades_outcome_partly },
  declined: { status: 'blocked', label: m.upgrades_outcome_declined },
};
/** What may become of a proposal, in the order in which one asks for it. */
export const OUTCOMES_IN_ORDER = ['waiting', 'accepted', 'partly', 'declined'] as const;
/** What became of a proposal: a mark and a word. */
export const outcomeWord = (outcome: ImprovementRow['outcome']): { status: Status; label: string } => {
  const { status, label } = OUTCOMES[outcome ?? 'waiting'];
  return { status, label: label() };
};

type Item = Improvement['items'][number];

const FITS: Readonly<Record<Item['fit'], { status: Status; label: () => string }>> = {
  fits: { status: 'done', label: m.upgrades_fit_fits },
  there: { status: 'todo', label: m.upgrades_fit_there },
  changed: { status: 'risk', label: m.upgrades_fit_changed },
  gone: { status: 'blocked', label: m.upgrades_fit_gone },
  dangles: { status: 'blocked', label: m.upgrades_fit_dangles },
};
/** How a proposed change meets the template as it is now: a mark and a word. */
export const fitWord = (fit: Item['fit']): { status: Status; label: string } => ({
  status: FITS[fit].status,
  label: FITS[fit].label(),
});

const CHANGES: Readonly<Record<Item['change'], () => string>> = {
  changed: m.upgrades_change_changed,
  dropped: m.upgrades_change_dropped,
  added: m.upgrades_change_added,
};
/** What is proposed of an element. */
export const changeWord = (change: Item['change']): string => CHANGES[change]();

/** What a change says as JSON, for a reader. */
export const jsonText = (item: Pick<Item, 'field'>, json: string | null, names: Names, locale: Locale): string => {
  if (json === null || item.field === null) return m.upgrades_said_nothing();
  const value = JSON.parse(json) as Fields & Fields[string];
  const fields: Fields = item.field === WHEN ? value : { [item.field]: value };
  return saidText(item.field, fields, names, locale);
};
