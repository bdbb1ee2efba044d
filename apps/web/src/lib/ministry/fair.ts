import { m } from '$lib/paraglide/messages';
import { pointsText } from '$lib/reports/words';
import { formatNumber } from '@mahalleh/kernel/digits';
import { similarTo, togetherOf, type Parts } from '@mahalleh/rollups/similar';
import type { Locale } from '@mahalleh/ui';
import type { Headline, LeagueCounty, Place } from './model';
import { placeTitle } from './words';

/** How a place stands against those like it: the difference in words, and with whom and what. */
export type Fairly = { readonly said: string; readonly names: string };

/** A figure of a place as parts: a share has its own; an amount is held against the number of neighbourhoods. */
const partsOf = (headline: Headline, place: Place): Parts[] => {
  const figure = place.figures[headline.key];
  if (figure?.value == null) return [];
  if (headline.unit === 'share')
    return figure.of === null || figure.over === null ? [] : [{ of: figure.of, over: figure.over }];
  return place.neighbourhoods ? [{ of: figure.value, over: place.neighbourhoods }] : [];
};

const addedUp = (parts: readonly Parts[]): Parts => ({
  of: parts.reduce((sum, part) => sum + part.of, 0),
  over: parts.reduce((sum, part) => sum + part.over, 0),
});

type Named = Parameters<typeof placeTitle>[0];

const told = (
  headline: Headline,
  own: readonly Parts[],
  theirs: readonly Parts[],
  others: readonly Named[],
  locale: Locale,
): Fairly | undefined => {
  const isShare = headline.unit === 'share';
  const [mine, all] = [togetherOf(own), togetherOf(theirs)];
  if (mine === null || all === null) return undefined;
  const by = mine - all;
  const size = (value: number): string =>
    isShare ? pointsText(value, locale, 0) : formatNumber(value, locale, { maxFraction: 1 });
  const sums = (parts: readonly Parts[]): string => {
    const { of, over } = addedUp(parts);
    return (isShare ? m.ministry_of_over : m.nation_of_places)({
      of: formatNumber(of, locale, { maxFraction: 0 }),
      over: formatNumber(over, locale, { maxFraction: 0 }),
    });
  };
  const said =
    Math.abs(by) < (isShare ? 0.005 : 0.05)
      ? m.nation_similar_same()
      : by > 0
        ? m.nation_similar_more({ by: size(by) })
        : m.nation_similar_less({ by: size(-by) });
  const names = others.map((other) => placeTitle(other, locale)).join(locale === 'fa' ? '، ' : ', ');
  return { said, names: m.nation_similar_with({ names, own: sums(own), theirs: sums(theirs) }) };
};

/** How each province stands against those like it. */
export const fairlyOf = (places: readonly Place[], headline: Headline, locale: Locale): ReadonlyMap<string, Fairly> =>
  new Map(
    places.flatMap((place) => {
      const keys = similarTo(place, places);
      const others = places.filter(({ key }) => keys.includes(key));
      const parts = others.flatMap((other) => partsOf(headline, other));
      const fairly = told(headline, partsOf(headline, place), parts, others, locale);
      return fairly ? [[place.key, fairly] as const] : [];
    }),
  );

/** How a county stands against those like it, as the API has found them. Undefined when nothing is known. */
export const fairlyOfCounty = (
  headline: Headline,
  similar: LeagueCounty['similar'],
  locale: Locale,
): Fairly | undefined =>
  similar === null ? undefined : told(headline, [similar.own], [similar.theirs], similar.counties, locale);
