import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { OverlapItem, Overlaps } from '@mahalleh/operations/model';
import type { Locale, Status } from '@mahalleh/ui';

const DEGREES: Readonly<Record<OverlapItem['degree'], { status: Status; label: () => string }>> = {
  strong: { status: 'risk', label: m.overlaps_degree_strong },
  partial: { status: 'doing', label: m.overlaps_degree_partial },
  slight: { status: 'todo', label: m.overlaps_degree_slight },
};

/** How strongly it overlaps, as a mark and a word. */
export const degreeOf = ({ degree }: Pick<OverlapItem, 'degree'>): { status: Status; label: string } => ({
  status: DEGREES[degree].status,
  label: DEGREES[degree].label(),
});

/** Why it overlaps, in one line. */
export const reasonsOf = ({ reasons }: Pick<OverlapItem, 'reasons'>, locale: Locale): string =>
  reasons.map((reason) => reason[locale]).join(locale === 'fa' ? '؛ ' : '; ');

/** What the overlaps come to: the heading of their part. */
export const overlapsTitle = ({ rows, strong }: Pick<Overlaps, 'rows' | 'strong'>, locale: Locale): string => {
  const count = formatNumber(rows.length, locale);
  if (rows.length === 0) return m.overlaps_title_none();
  return strong === 0
    ? m.overlaps_title_weak({ count })
    : m.overlaps_title_strong({ count, strong: formatNumber(strong, locale) });
};
