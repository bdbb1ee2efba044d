import { compile, type Statement } from '@mahalleh/gate';
import type { ResultLine } from '@mahalleh/templates/letters';
import { sql } from 'drizzle-orm';
import type { Parts } from './alike.ts';
import { fewLines, givesAway, sumLines, type Group } from './few.ts';
import type { PartsRow, ToldRow } from './results-sql.ts';

/** The sums that are looked at: of a version, an indicator, a side and a kind of neighbourhood. */
type Place = Omit<PartsRow, 'partsJson'>;

const SIDES = ['treated', 'untreated'] as const;
const keyOf = ({ templateId, version, indicator, side, setting, size }: Place): string =>
  [templateId, version, indicator, side, setting, size].join(' ');

const partsIn = (json: string): Parts =>
  new Map(
    Object.entries(JSON.parse(json) as Record<string, [number, number]>).map(([unitId, [before, after]]) => [
      unitId,
      { before, after },
    ]),
  );
const jsonOf = (parts: Parts): string =>
  JSON.stringify(Object.fromEntries([...parts].map(([unitId, { before, after }]) => [unitId, [before, after]])));

/**
 * What was told until now, so that nothing is told that gives a single neighbourhood away when it is held against that. What is
 * told anew is remembered at once: it is looked at for the next.
 */
export const toldBefore = (rows: readonly PartsRow[], lines: readonly ToldRow[]) => {
  const told = new Map(rows.map(({ partsJson, ...place }) => [keyOf(place), { place, parts: partsIn(partsJson) }]));
  const standing = new Set(lines.filter(({ sumBefore }) => sumBefore !== null).map(keyOf));
  const anew = new Map<string, { place: Place; parts: Parts }>();
  const remember = (place: Place, parts: Parts): void => {
    const key = keyOf(place);
    const before = told.get(key);
    told.set(key, { place, parts });
    if (!before || jsonOf(before.parts) !== jsonOf(parts)) anew.set(key, { place, parts });
  };
  return {
    /** What leaves of a group: its sums; where they would give somebody away, those that were told last; where there are none, how many they are. */
    linesOf: (of: Pick<Place, 'templateId' | 'version' | 'indicator'>, group: Group): ResultLine[] => {
      const { setting, size } = group;
      const places = SIDES.map((side): Place => ({ ...of, side, setting, size }));
      const others = [...told.values()].filter(({ place }) => place.indicator === of.indicator);
      if (
        !SIDES.some((side) =>
          givesAway(
            group[side],
            others.map(({ parts }) => parts),
          ),
        )
      ) {
        for (const place of places) remember(place, group[place.side]);
        return sumLines(of.indicator, group);
      }
      const [treated, untreated] = places.map((place) =>
        standing.has(keyOf(place)) ? told.get(keyOf(place)) : undefined,
      );
      return treated && untreated
        ? sumLines(of.indicator, { setting, size, treated: treated.parts, untreated: untreated.parts })
        : fewLines(of.indicator, group);
    },
    /** What the new sums are made of, to be kept with them. */
    statements: (): Statement[] =>
      [...anew.values()].map(({ place, parts }) =>
        compile(
          sql`insert into template_result_parts (template_id, version, indicator, side, setting, size, parts_json) values (${place.templateId}, ${place.version}, ${place.indicator}, ${place.side}, ${place.setting}, ${place.size}, ${jsonOf(parts)}) on conflict (template_id, version, indicator, side, setting, size) do update set parts_json = excluded.parts_json`,
        ),
      ),
  };
};
