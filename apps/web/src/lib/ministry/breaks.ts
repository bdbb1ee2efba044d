import { BREAKS, breaksFor, type Breaks } from '@mahalleh/ui/breaks';
import type { Headline, Place } from './model';
import { rateOf } from './words';

/** How the address asks for colours to be parted; in equal, round widths when it names none. */
export const breaksOf = (url: URL): Breaks => BREAKS.find((one) => one === url.searchParams.get('breaks')) ?? 'equal';

/** The four bounds between the five colours of a figure, the same for the map and for the bars of its list. */
export const boundsOf = (headline: Headline, places: readonly Place[], url: URL): readonly number[] =>
  breaksFor(
    breaksOf(url),
    places.flatMap((place) => rateOf(headline, place) ?? []),
  );
