import { m } from '$lib/paraglide/messages';
import { formatDate, isCivilDate } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

type Named = { readonly nameFa: string; readonly nameEn?: string | null };

/** What a unit is called in the reader's language; its Persian name when it has no other. */
export const nameOf = ({ nameFa, nameEn }: Named, locale: Locale): string =>
  locale === 'en' && nameEn ? nameEn : nameFa;

/** What is called in two languages, in the reader's. */
export const titleOf = ({ titleFa, titleEn }: { titleFa: string; titleEn?: string | null }, locale: Locale): string =>
  locale === 'en' && titleEn ? titleEn : titleFa;

/** A stored day for the reader; nothing when there is none. */
export const dayOf = (stored: string | null | undefined, locale: Locale): string | undefined =>
  stored !== null && stored !== undefined && isCivilDate(stored) ? formatDate(stored, locale, 'short') : undefined;

/** A stored day in figures, for tables. */
export const numericDay = (stored: string, locale: Locale): string =>
  isCivilDate(stored) ? formatDate(stored, locale, 'numeric') : stored;

const KINDS: Readonly<Record<string, () => string>> = {
  province: m.units_kind_province,
  county: m.units_kind_county,
  district: m.units_kind_district,
  city: m.units_kind_city,
  neighbourhood: m.units_kind_neighbourhood,
  village: m.units_kind_village,
};

/** What a kind of unit is called. */
export const kindWord = (kind: string): string => KINDS[kind]?.() ?? kind;

/** The kinds that are registered, for a choice. */
export const REGISTERED = ['county', 'district', 'city', 'neighbourhood', 'village'] as const;
