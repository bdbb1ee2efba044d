import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import type { DraftElement, Finding, HandPart, TemplateDraft, TemplateDraftRow } from './model';

type DraftStatus = TemplateDraftRow['status'];

const STATUSES: Readonly<Record<DraftStatus, { readonly status: Status; readonly label: () => string }>> = {
  drafting: { status: 'todo', label: m.publishing_status_drafting },
  submitted: { status: 'doing', label: m.publishing_status_submitted },
  returned: { status: 'blocked', label: m.publishing_status_returned },
  signed: { status: 'done', label: m.publishing_status_signed },
};
/** Where a version is on its way: a mark and a word. */
export const draftStatusOf = (status: DraftStatus): { status: Status; label: string } => ({
  status: STATUSES[status].status,
  label: STATUSES[status].label(),
});

const LEDES: Readonly<Record<DraftStatus, (of: { version: string; place: string }) => string>> = {
  drafting: m.publishing_lede_drafting,
  submitted: m.publishing_lede_submitted,
  returned: m.publishing_lede_returned,
  signed: m.publishing_lede_signed,
};
/** What is true of a draft today, in a sentence. */
export const draftLede = ({ status, version }: TemplateDraft, place: string, locale: Locale): string =>
  LEDES[status]({ version: formatNumber(version, locale), place });

const LEAKS: Readonly<Record<Finding['kind'], () => string>> = {
  national_id: m.publishing_leak_national_id,
  phone: m.publishing_leak_phone,
  email: m.publishing_leak_email,
  postal_code: m.publishing_leak_postal_code,
  bank: m.publishing_leak_bank,
  coordinates: m.publishing_leak_coordinates,
  person: m.publishing_leak_person,
  surname: m.publishing_leak_surname,
  addressed: m.publishing_leak_addressed,
  agency: m.publishing_leak_agency,
  capacity: m.publishing_leak_capacity,
  base: m.publishing_leak_base,
  unit: m.publishing_leak_unit,
  address: m.publishing_leak_address,
  code: m.publishing_leak_code,
  link: m.publishing_leak_link,
  number: m.publishing_leak_number,
};
/** What kind of thing was found. */
export const leakWord = (kind: Finding['kind']): string => LEAKS[kind]();

type Removal = DraftElement['removed'][number];
const REMOVED: Readonly<Record<Removal['what'], (of: { n: string }) => string>> = {
  person_to_role: m.publishing_removed_person_to_role,
  agency_to_kind: m.publishing_removed_agency_to_kind,
  capacity_to_kind: m.publishing_removed_capacity_to_kind,
  date_to_days: m.publishing_removed_date_to_days,
  place: () => m.publishing_removed_place(),
  people: () => m.publishing_removed_people(),
  holder: () => m.publishing_removed_holder(),
  sensitive_words: () => m.publishing_removed_sensitive_words(),
  person_name: m.publishing_removed_person_name,
  agency_name: m.publishing_removed_agency_name,
  capacity_name: m.publishing_removed_capacity_name,
  base_name: m.publishing_removed_base_name,
  unit_name: m.publishing_removed_unit_name,
};
/** What was removed from an element, each kind once, in one line. */
export const removedLine = (removed: readonly Removal[], locale: Locale): string =>
  [...Map.groupBy(removed, ({ what }) => what)]
    .map(([what, all]) =>
      REMOVED[what]({
        n: formatNumber(
          all.reduce((sum, { n }) => sum + n, 0),
          locale,
        ),
      }),
    )
    .join(locale === 'fa' ? '، ' : ', ');

/** What keeps a draft from being submitted, each in a sentence with the view in which it is mended. */
export const missingLines = (
  { missing, findings }: TemplateDraft,
  locale: Locale,
): { readonly view: string; readonly text: string }[] =>
  missing.map((what) => {
    if (what === 'title') return { view: 'words', text: m.publishing_missing_title() };
    if (what === 'elements') return { view: 'operations', text: m.publishing_missing_elements() };
    const n = formatNumber(findings.filter(({ isKept }) => !isKept).length, locale);
    return { view: 'findings', text: m.publishing_missing_findings({ n }) };
  });

/** What adding to a part is called. */
export const addWord = (part: HandPart): string =>
  ({
    terms: m.publishing_add_terms,
    lessons: m.publishing_add_lessons,
    capacities: m.publishing_add_capacities,
    roles: m.publishing_add_roles,
  })[part]();
