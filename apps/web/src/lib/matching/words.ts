import { m } from '$lib/paraglide/messages';
import { FACTOR_TITLES, type Factor } from '@mahalleh/matching/factors';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/domain';
import type { Locale } from '@mahalleh/ui';
import type { MatchRule, Scored } from './model';

/** What a factor is called. */
export const factorTitle = (factor: Factor, locale: Locale): string => FACTOR_TITLES[factor][locale];

/** Why it fits, in one line, the weightiest reason first. */
export const reasonsLine = ({ reasons }: Pick<Scored, 'reasons'>, locale: Locale): string =>
  reasons.map((reason) => reason[locale]).join(locale === 'fa' ? '؛ ' : '; ');

const PARAMS: Readonly<Record<string, () => string>> = {
  related: m.matching_param_related,
  general: m.matching_param_general,
  nearM: m.matching_param_nearM,
  farM: m.matching_param_farM,
  sameUnit: m.matching_param_sameUnit,
  sameCounty: m.matching_param_sameCounty,
  above: m.matching_param_above,
  daysEnough: m.matching_param_daysEnough,
  unknown: m.matching_param_unknown,
  enough: m.matching_param_enough,
  partner: m.matching_param_partner,
  peoplePerPiece: m.matching_param_peoplePerPiece,
  rialPerPerson: m.matching_param_rialPerPerson,
  most: m.matching_param_most,
};

/** What a number of a rule is called. */
export const paramTitle = (name: string): string => PARAMS[name]?.() ?? name;

/** The single numbers of a rule. */
export const paramsOf = ({ params }: Pick<MatchRule, 'params'>): { name: string; value: number }[] =>
  Object.entries(params).flatMap(([name, value]) => (typeof value === 'number' ? [{ name, value }] : []));

/** What one of the nation's domains is called. */
export const domainName = (key: string, locale: Locale): string =>
  NATIONAL_DOMAINS.find((domain) => domain.key === key)?.[locale === 'fa' ? 'titleFa' : 'titleEn'] ?? key;

/** The sheet of how well each kind serves each domain, as the fields of a form. */
export const fitsOf = ({ params }: Pick<MatchRule, 'params'>): { name: string; domain: string; value: number }[] =>
  Object.entries((params['fits'] ?? {}) as Record<string, Record<string, number>>).flatMap(([domain, kinds]) =>
    Object.entries(kinds).map(([kind, value]) => ({ name: `params.fits.${domain}.${kind}`, domain, value })),
  );
