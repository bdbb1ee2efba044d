import { m } from '$lib/paraglide/messages';
import { nameOf } from '$lib/units/names';
import type { FilterSpec, Locale } from '@mahalleh/ui';
import { askUnits } from './ask';
import type { Place } from './read';

/** The filter of a list by place: the counties are offered, every other unit is found by typing. */
export const placeFilter = (api: string, places: readonly Place[], locale: Locale): FilterSpec => ({
  kind: 'select',
  name: 'unitId',
  label: m.records_unit(),
  options: [...new Map(places.map((unit) => [unit.id, unit])).values()].map((unit) => {
    const county =
      unit.countyNameFa === null ? '' : nameOf({ nameFa: unit.countyNameFa, nameEn: unit.countyNameEn }, locale);
    return {
      value: unit.id,
      label: nameOf(unit, locale),
      ...(county === '' || unit.kind === 'county' ? {} : { detail: county }),
    };
  }),
  search: askUnits(api, locale),
});
