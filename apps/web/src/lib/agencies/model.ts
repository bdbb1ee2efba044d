import { AGENCY_KIND_TITLES, type AgencyDetail, type AgencyList } from '@mahalleh/agencies/model';
import type { Locale } from '@mahalleh/ui';

/** One page of agencies. */
export type Agencies = (typeof AgencyList)['_output'];
/** One agency with its history. */
export type AgencyPage = (typeof AgencyDetail)['_output'];
/** One agency. */
export type Agency = Agencies['rows'][number];

/** What a kind of agency is called. */
export const agencyKind = (kind: Agency['kind'], locale: Locale): string => AGENCY_KIND_TITLES[kind][locale];

/** The kinds of agency, for a choice. */
export const agencyKinds = (locale: Locale) =>
  Object.entries(AGENCY_KIND_TITLES).map(([value, title]) => ({ value, label: title[locale] }));
