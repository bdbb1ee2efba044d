import { m } from '$lib/paraglide/messages';
import { nameOf } from '$lib/units/names';
import type { FilterSpec, Locale } from '@mahalleh/ui';
import { askUnits } from './ask';
import type { Choice, Place } from './read';

/** Places as choices, each once, with the county that tells it from its namesakes. */
export const placeChoices = (places: readonly Place[], locale: Locale): readonly Choice[] =>
  [...new Map(places.map((unit) => [unit.id, unit])).values()].map((unit) => {
    const county =
      unit.countyNameFa === null ? '' : nameOf({ nameFa: unit.countyNameFa, nameEn: unit.countyNameEn }, locale);
    return {
      value: unit.id,
      label: nameOf(unit, locale),
      ...(county === '' || unit.kind === 'county' ? {} : { detail: county }),
    };
  });

/** The filter of a list by place: the counties are offered, every other unit is found by typing. */
export const placeFilter = (api: string, places: readonly Place[], locale: Locale): FilterSpec => ({
  kind: 'select',
  name: 'unitId',
  label: m.records_unit(),
  options: placeChoices(places, locale),
  search: askUnits(api, locale),
});
