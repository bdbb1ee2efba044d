import { m } from '$lib/paraglide/messages';
import { dayOf } from '$lib/units/names';
import type { Locale, Status } from '@mahalleh/ui';
import type { AdoptedElement, PreviewElement } from './model';

type Meeting = PreviewElement['meeting'];

const MEETINGS: Readonly<Record<Meeting, { status: Status; label: () => string }>> = {
  new: { status: 'doing', label: m.adoptions_meets_new },
  exists: { status: 'done', label: m.adoptions_meets_exists },
  clash: { status: 'late', label: m.adoptions_meets_clash },
  needs_mapping: { status: 'risk', label: m.adoptions_meets_needs_mapping },
  mapped: { status: 'done', label: m.adoptions_meets_mapped },
  words: { status: 'todo', label: m.adoptions_meets_words },
  unknown: { status: 'todo', label: m.adoptions_meets_unknown },
};

/** How an element meets the neighbourhood: a mark and a word. */
export const meetingOf = (meeting: Meeting): { status: Status; label: string } => ({
  status: MEETINGS[meeting].status,
  label: MEETINGS[meeting].label(),
});

const WHYS: Readonly<Record<PreviewElement['joins'][number]['why'], () => string>> = {
  remembered: m.adoptions_why_remembered,
  remembered_elsewhere: m.adoptions_why_remembered_elsewhere,
  same_element: m.adoptions_why_same_element,
  same_key: m.adoptions_why_same_key,
  same_national: m.adoptions_why_same_national,
  similar_title: m.adoptions_why_similar_title,
  same_kind: m.adoptions_why_same_kind,
  holds_seat: m.adoptions_why_holds_seat,
  is_manager: m.adoptions_why_is_manager,
  manager_instead: m.adoptions_why_manager_instead,
  similar_job: m.adoptions_why_similar_job,
  same_meaning: m.adoptions_why_same_meaning,
  declared: m.adoptions_why_declared,
  same_measure: m.adoptions_why_same_measure,
};

/** What an element is called in the reader's language; its Persian name when it has no other. */
export const calledOf = (
  { name, nameEn }: { readonly name: string; readonly nameEn: string | null },
  locale: Locale,
): string => (locale === 'en' && nameEn !== null ? nameEn : name);

/** Why something is proposed. */
export const whyOf = (why: PreviewElement['joins'][number]['why']): string => WHYS[why]();

/** From when to when, for the reader; nothing where there are no days. */
export const daysOf = (
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
  locale: Locale,
): string | undefined => {
  const [from, to] = [dayOf(startsOn, locale), dayOf(endsOn, locale)];
  return from === undefined || to === undefined ? undefined : from === to ? from : m.adoptions_days({ from, to });
};

/** Whether an element needs the reader's eye before it is adopted. */
export const needsEye = ({ meeting }: PreviewElement): boolean => meeting === 'clash' || meeting === 'needs_mapping';

const PLACES: Readonly<Record<string, (key: string, unitId: string) => string>> = {
  problem: (key) => `/problems/${key}`,
  operation: (key) => `/operations/${key}`,
  indicator: (key, unitId) => `/indicators/${key}?unitId=${unitId}`,
  target: (key) => `/targets/${key}`,
  capacity: (key) => `/capacities/${key}`,
  agency: (key) => `/agencies/${key}`,
};

/** The page of what an element became, below the workspace; nothing where it has none of its own. */
export const recordHref = ({ kind, rowKey }: AdoptedElement, unitId: string): string | undefined =>
  rowKey === null ? undefined : PLACES[kind]?.(rowKey, unitId);

const FIELDS: Readonly<Record<string, () => string>> = {
  title: m.adoptions_field_title,
  titleFa: m.adoptions_field_titleFa,
  titleEn: m.adoptions_field_titleEn,
  text: m.adoptions_field_text,
  duty: m.adoptions_field_duty,
  note: m.adoptions_field_note,
};

/** The words of an element that can be said otherwise here, as they are now, with those of the template. */
export const wordsOf = ({ baseJson, localJson }: AdoptedElement) => {
  const base = JSON.parse(baseJson) as Record<string, unknown>;
  const local = JSON.parse(localJson) as Record<string, unknown>;
  return Object.entries(FIELDS).flatMap(([field, label]) => {
    const [said, now] = [base[field], local[field]];
    return typeof said === 'string' || typeof now === 'string'
      ? [
          {
            field,
            label: label(),
            base: typeof said === 'string' ? said : '',
            local: typeof now === 'string' ? now : '',
          },
        ]
      : [];
  });
};
