import { m } from '$lib/paraglide/messages';
import { dayOf } from '$lib/units/names';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';
import type { Neighbourhood } from './model';

/** The passport of a neighbourhood as the row under its name. */
export const factsOf = ({ passport, officialCode }: Neighbourhood, locale: Locale) => {
  const { population, areaM2, house, lead, manager, facilitators } = passport;
  const since = dayOf(lead?.activatedOn, locale);
  return [
    { label: m.neighbourhoods_population(), value: population === null ? undefined : formatNumber(population, locale) },
    {
      label: m.neighbourhoods_area(),
      value:
        areaM2 === null
          ? undefined
          : m.neighbourhoods_hectares({ n: formatNumber(areaM2 / 10_000, locale, { maxFraction: 1 }) }),
    },
    { label: m.neighbourhoods_house(), value: house?.name },
    {
      label: m.neighbourhoods_lead(),
      value:
        lead === null ? undefined : since ? m.neighbourhoods_lead_since({ name: lead.name, on: since }) : lead.name,
    },
    { label: m.neighbourhoods_manager(), value: manager?.name },
    {
      label: m.neighbourhoods_facilitators(),
      value: m.neighbourhoods_people({ n: formatNumber(facilitators, locale) }),
    },
    ...(officialCode === null ? [] : [{ label: m.neighbourhoods_code(), value: officialCode, ltr: true }]),
  ];
};
