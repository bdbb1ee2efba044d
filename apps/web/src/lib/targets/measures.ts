import { m } from '$lib/paraglide/messages';
import { titleOf } from '$lib/units/names';
import { BASE_KIND_TITLES, BASE_KINDS } from '@mahalleh/agencies/kinds';
import { CAPACITY_KIND_TITLES, CAPACITY_KINDS } from '@mahalleh/capacity/statuses';
import { MEASURABLES } from '@mahalleh/indicators/measurable';
import type { Locale } from '@mahalleh/ui';

type Choice = { readonly value: string; readonly label: string; readonly group?: string | undefined };
type Indicator = { readonly id: string; readonly titleFa: string; readonly titleEn: string | null };
type Domain = { readonly key: string; readonly titleFa: string; readonly titleEn: string };

const WORDS: Readonly<Record<string, () => string>> = {
  formed: m.targets_state_formed,
  not_formed: m.targets_state_not_formed,
  absent: m.targets_state_absent,
  planned: m.operations_status_planned,
  running: m.operations_status_running,
  done: m.operations_status_done,
  cancelled: m.operations_status_cancelled,
  money: m.operations_kind_money,
  work: m.operations_kind_work,
  goods: m.operations_kind_goods,
};

/** What can measure a target, for a choice: each metric as a whole and by each of its values, then the indicators. For the server: it brings the agencies' words along. */
export const measureChoices = (
  domains: readonly Domain[],
  indicators: readonly Indicator[],
  locale: Locale,
): readonly Choice[] => {
  const wordOf = (metric: string, value: string): string => {
    if (metric === 'base.active') {
      const kind = BASE_KINDS.find((one) => one === value);
      return kind ? BASE_KIND_TITLES[kind][locale] : value;
    }
    if (metric === 'capacity.count') {
      const kind = CAPACITY_KINDS.find((one) => one === value);
      return kind ? CAPACITY_KIND_TITLES[kind][locale] : value;
    }
    if (metric === 'contribution.rial' && value === 'place') return m.operations_kind_place();
    const domain = domains.find(({ key }) => key === value);
    return WORDS[value]?.() ?? (domain ? (locale === 'fa' ? domain.titleFa : domain.titleEn) : value);
  };
  const metrics = MEASURABLES.flatMap(({ key, title, by }) => [
    { value: `${key}|`, label: m.targets_all_of({ what: title[locale] }), group: title[locale] },
    ...Object.entries(by).flatMap(([dimension, values]) =>
      values.map((value) => ({
        value: `${key}|${dimension}=${value}`,
        label: m.targets_part_of({ what: title[locale], part: wordOf(key, value) }),
        group: title[locale],
      })),
    ),
  ]);
  return [
    ...metrics,
    ...indicators.map((indicator) => ({
      value: `indicator:${indicator.id}`,
      label: titleOf(indicator, locale),
      group: m.indicators_title(),
    })),
  ];
};
