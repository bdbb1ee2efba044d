import { m } from '$lib/paraglide/messages';
import { titleOf } from '$lib/units/names';
import { placeName } from '$lib/workspace/address';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import { PROVINCES } from '@mahalleh/kernel/province';
import type { FilterSpec, Locale } from '@mahalleh/ui';
import type { DraftFinding, Post } from './model';

type Kind = Post['kind'];
type Section = Post['sections'][number]['section'];

/** Somebody with their office. */
export const inOffice = (
  { author, office }: { readonly author: string; readonly office: string },
  locale: Locale,
): string => [author, office].filter((part) => part !== '').join(locale === 'fa' ? '، ' : ', ');

/** What a post is, in a word. */
export const kindOf = (kind: Kind): string =>
  kind === 'experience' ? m.experiences_kind_experience() : m.experiences_kind_suggestion();

/** The kinds, for a choice. */
export const kindChoices = () =>
  (['experience', 'suggestion'] as const).map((value) => ({ value, label: kindOf(value) }));

/** What a domain of the nation's list is called. */
export const domainOf = (key: string, locale: Locale): string => {
  const domain = NATIONAL_DOMAINS.find((one) => one.key === key);
  return domain === undefined ? key : titleOf(domain, locale);
};

/** The domains of the nation's list, for a choice. */
export const domainOptions = (locale: Locale) =>
  NATIONAL_DOMAINS.map((domain) => ({ value: domain.key, label: titleOf(domain, locale) }));

/** Who speaks: a province, or the ministry. */
export const sideOf = (slug: string, locale: Locale): string =>
  slug === 'ministry' ? m.experiences_ministry() : placeName({ slug }, locale);

const SECTIONS: Readonly<Record<Kind, Readonly<Record<Section, () => string>>>> = {
  experience: {
    tried: m.experiences_experience_tried,
    outcome: m.experiences_experience_outcome,
    advice: m.experiences_experience_advice,
  },
  suggestion: {
    tried: m.experiences_suggestion_tried,
    outcome: m.experiences_suggestion_outcome,
    advice: m.experiences_suggestion_advice,
  },
};

/** What a section of a post is called; it depends on what the post is. */
export const sectionOf = (kind: Kind, section: Section): string => SECTIONS[kind][section]();

/** When a note tells of, as to the work. */
export const phaseOf = (phase: 'before' | 'during' | 'after'): string =>
  ({ before: m.experiences_phase_before, during: m.experiences_phase_during, after: m.experiences_phase_after })[
    phase
  ]();

const FINDINGS: Readonly<Record<DraftFinding['kind'], (of: { part: string }) => string>> = {
  phone: m.experiences_finding_phone,
  national_id: m.experiences_finding_national_id,
  email: m.experiences_finding_email,
  missing: m.experiences_finding_missing,
};

/** What keeps a draft from being published, as one sentence. */
export const draftFindingText = ({ field, kind }: DraftFinding, of: Kind): string => {
  const part =
    field === 'title'
      ? m.experiences_field_title()
      : field === 'operations'
        ? m.experiences_part_operations()
        : field === 'notes'
          ? m.experiences_part_notes()
          : sectionOf(of, field);
  return FINDINGS[kind]({ part });
};

/** The filters of a list of posts; what is one's own province's is asked for in a province only. */
export const postFilters = (isProvince: boolean, locale: Locale): FilterSpec[] => [
  { kind: 'select', name: 'kind', label: m.experiences_kind(), options: kindChoices() },
  { kind: 'select', name: 'domain', label: m.experiences_domain(), options: domainOptions(locale) },
  {
    kind: 'select',
    name: 'province',
    label: m.experiences_province(),
    options: PROVINCES.map(({ slug }) => ({ value: slug, label: placeName({ slug }, locale) })),
  },
  {
    kind: 'select',
    name: 'adopted',
    label: m.experiences_adopted(),
    options: [
      { value: 'any', label: m.experiences_adopted_any() },
      ...(isProvince ? [{ value: 'mine', label: m.experiences_adopted_mine() }] : []),
    ],
  },
  {
    kind: 'select',
    name: 'ended',
    label: m.experiences_ended(),
    options: [{ value: 'yes', label: m.experiences_ended_yes() }],
  },
];
