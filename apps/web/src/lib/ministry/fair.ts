import { m } from '$lib/paraglide/messages';
import { pointsText } from '$lib/reports/words';
import { formatNumber } from '@mahalleh/kernel/digits';
import { similarTo, togetherOf, type Parts } from '@mahalleh/rollups/similar';
import type { Locale } from '@mahalleh/ui';
import type { Headline, Place } from './model';
import { placeTitle } from './words';

/** A figure of a place as parts: a share has its own; an amount is held against the number of neighbourhoods. */
const partsOf = (headline: Headline, place: Place): Parts[] => {
  const figure = place.figures[headline.key];
  if (figure?.value == null) return [];
  if (headline.unit === 'share')
    return figure.of === null || figure.over === null ? [] : [{ of: figure.of, over: figure.over }];
  return place.neighbourhoods ? [{ of: figure.value, over: place.neighbourhoods }] : [];
};

/** How each province stands against those like it: the difference in words, and which they are. */
export const fairlyOf = (
  places: readonly Place[],
  headline: Headline,
  locale: Locale,
): ReadonlyMap<string, { readonly said: string; readonly names: string }> => {
  const size = (value: number): string =>
    headline.unit === 'share' ? pointsText(value, locale, 0) : formatNumber(value, locale, { maxFraction: 1 });
  const told = places.flatMap((place) => {
    const keys = similarTo(place, places);
    const others = places.filter(({ key }) => keys.includes(key));
    const [own, theirs] = [
      togetherOf(partsOf(headline, place)),
      togetherOf(others.flatMap((other) => partsOf(headline, other))),
    ];
    if (own === null || theirs === null) return [];
    const by = own - theirs;
    const sums = (parts: readonly Parts[]): string => {
      const [of, over] = [
        parts.reduce((sum, part) => sum + part.of, 0),
        parts.reduce((sum, part) => sum + part.over, 0),
      ];
      return (headline.unit === 'share' ? m.ministry_of_over : m.nation_of_places)({
        of: formatNumber(of, locale, { maxFraction: 0 }),
        over: formatNumber(over, locale, { maxFraction: 0 }),
      });
    };
    const small = headline.unit === 'share' ? 0.005 : 0.05;
    const said =
      Math.abs(by) < small
        ? m.nation_similar_same()
        : by > 0
          ? m.nation_similar_more({ by: size(by) })
          : m.nation_similar_less({ by: size(-by) });
    const names = others.map((other) => placeTitle(other, locale)).join(locale === 'fa' ? '، ' : ', ');
    return [
      [
        place.key,
        {
          said,
          names: m.nation_similar_with({
            names,
            own: sums(partsOf(headline, place)),
            theirs: sums(others.flatMap((other) => partsOf(headline, other))),
          }),
        },
      ] as const,
    ];
  });
  return new Map(told);
};
