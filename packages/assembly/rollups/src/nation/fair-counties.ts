import * as z from 'zod';
import { dimsOf } from '@mahalleh/metric';
import type { CellRow, HeadlineFigure } from './figures.ts';
import type { Headline } from './headlines.ts';
import { similarTo, type Parts } from './similar.ts';

/** What counts neighbourhoods and villages, told apart as urban and rural. */
export const PLACES = 'neighbourhood.count@1';

/** How large a county is, and which part of its neighbourhoods is urban. */
export type CountySize = { readonly neighbourhoods: number | null; readonly urban: number | null };

/** A county with one figure, as it is held against those like it. */
export type FairCounty = CountySize & {
  readonly key: string;
  readonly nameFa: string;
  readonly nameEn: string | null;
  readonly figure: HeadlineFigure;
};

/** The size of a county by its cells; of one that counts no place nothing is known. */
export const sizeOf = (cells: readonly CellRow[]): CountySize => {
  const sum = (setting?: string): number =>
    cells.reduce(
      (all, { metric, dims, value }) =>
        metric === PLACES && (setting === undefined || dimsOf(dims)['setting'] === setting) ? all + value : all,
      0,
    );
  const neighbourhoods = sum();
  return neighbourhoods === 0
    ? { neighbourhoods: null, urban: null }
    : { neighbourhoods, urban: sum('urban') / neighbourhoods };
};

/** The counties like one, and what they come to together: parts of a share, or an amount over neighbourhoods. */
export const SimilarOutput = z
  .object({
    counties: z.array(z.object({ key: z.string(), nameFa: z.string(), nameEn: z.string().nullable() })),
    own: z.object({ of: z.number(), over: z.number() }),
    theirs: z.object({ of: z.number(), over: z.number() }),
  })
  .nullable()
  .describe(
    'Fair comparison: counties with the nearest size and urban share, their parts added up; null when nothing is known',
  );

/** The parts of a county's figure: its own, or an amount over its neighbourhoods. */
const partsOf = ({ unit }: Headline, { figure, neighbourhoods }: FairCounty): Parts | null => {
  if (figure.value === null) return null;
  if (unit === 'share') return figure.of === null || figure.over === null ? null : { of: figure.of, over: figure.over };
  return neighbourhoods ? { of: figure.value, over: neighbourhoods } : null;
};

/** A county beside those like it. */
export const similarCounties = (
  headline: Headline,
  county: FairCounty,
  all: readonly FairCounty[],
): z.infer<typeof SimilarOutput> => {
  const own = partsOf(headline, county);
  const keys = new Set(similarTo(county, all));
  const others = all.filter(({ key }) => keys.has(key));
  const theirs = others.flatMap((other) => partsOf(headline, other) ?? []);
  const over = theirs.reduce((sum, part) => sum + part.over, 0);
  if (own === null || own.over === 0 || over === 0) return null;
  return {
    counties: others.map(({ key, nameFa, nameEn }) => ({ key, nameFa, nameEn })),
    own: { ...own },
    theirs: { of: theirs.reduce((sum, part) => sum + part.of, 0), over },
  };
};
