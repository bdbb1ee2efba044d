import { postLetter } from '@mahalleh/border';
import { compile, type Reader, type Statement } from '@mahalleh/gate';
import { seriesFrom, seriesStatements, type Series } from '@mahalleh/indicators';
import { civilDateOf, isProvinceSlug, type CivilDate, type ProvinceSlug } from '@mahalleh/kernel';
import { keepResults, resultsLetter, type ResultLine, type ResultsShared } from '@mahalleh/templates/letters';
import { sql } from 'drizzle-orm';
import { alikeGroups, sizeOf, type Alike, type Comparison, type Place, type Treated } from './alike.ts';
import { fewLines, groupsToTell } from './few.ts';
import {
  PLACES,
  PROMISES,
  STATE,
  TOLD,
  TOLD_PARTS,
  type PartsRow,
  type PlaceRow,
  type PromiseRow,
  type StateRow,
  type ToldRow,
} from './results-sql.ts';
import { rowsOf } from './rows-of.ts';
import type { RoundPorts } from './round-ports.ts';
import { TURNS_OF_EPOCH } from './tell-adopters.ts';
import { toldBefore } from './told-before.ts';

/** The most lines of a letter. */
const MOST_LINES = 400;

const versionKey = ({ templateId, version }: { templateId: string; version: number }): string =>
  `${templateId} ${version}`;
const promiseKey = (row: PromiseRow): string => `${versionKey(row)} ${row.indicator}`;

const placeOf = ({ unitId, setting, population }: PlaceRow): Place[] => {
  const size = sizeOf(population);
  return size === undefined ? [] : [{ unitId, setting, size }];
};

/** What became of one promised indicator of one version, with it and alike without. */
const alikeOf = (
  rows: readonly PromiseRow[],
  places: readonly PlaceRow[],
  series: Series,
  today: CivilDate,
): Alike[] => {
  const [first] = rows;
  if (!first) return [];
  const known = new Map(places.flatMap(placeOf).map((place) => [place.unitId, place]));
  const treated = rows.flatMap(({ unitId, startsOn }): Treated[] => {
    const place = known.get(unitId);
    return place ? [{ ...place, startsOn }] : [];
  });
  const untreated = places.filter(({ used }) => !(JSON.parse(used) as string[]).includes(first.templateId));
  // Where a province has two indicators for one promise, each neighbourhood is read by its own.
  const own = new Map(rows.map(({ unitId, indicatorId }) => [unitId, indicatorId]));
  const asked: Comparison = {
    treated,
    untreated: untreated.flatMap(placeOf),
    ...{ frequency: first.frequency, months: first.months, today },
    valueAt: (unitId, period) => series.pointAt(own.get(unitId) ?? first.indicatorId, unitId, period).value,
  };
  return alikeGroups(asked);
};

const seriesOf = async (reader: Reader, promises: readonly PromiseRow[], today: CivilDate): Promise<Series> => {
  const ids = JSON.stringify([...new Set(promises.map(({ indicatorId }) => indicatorId))]);
  const results = await reader.batch(
    seriesStatements({
      indicators: sql`select value as id from json_each(${ids})`,
      units: sql`select u.id from units u where u.kind in ('neighbourhood', 'village') and u.ended_on is null`,
    }),
  );
  return seriesFrom(results, today);
};

const linesText = (lines: readonly ResultLine[]): string =>
  JSON.stringify(
    lines
      .map((line) => [
        ...[line.indicator, line.side, line.setting, line.size, line.n],
        ...[line.sumBefore, line.sumAfter, line.sumSquaredChange],
      ])
      .map((parts) => JSON.stringify(parts))
      .sort(),
  );

/** The versions of which something is, or was told. */
type Version = { readonly templateId: string; readonly version: number };

const statementsOf = (
  told: Version & { turn: number; lines: ResultLine[]; asOfMs: number },
  province: ProvinceSlug,
): Statement[] => {
  const shared: ResultsShared = { ...told, province };
  const { province: _whose, ...body } = shared;
  return [postLetter(resultsLetter, body, told.asOfMs), ...keepResults(shared)];
};

/**
 * Once a day: adds up, for each version in use, what became of its promised indicators of things in the neighbourhoods that
 * use it and in those alike that never did, and tells the nation where it differs from what was told last. All of it or
 * nothing; done twice on a day, it is done once. Shape: how many letters. Fails: what the database fails with.
 */
export const tellResults = async ({ province, reader, save, nowMs }: RoundPorts): Promise<number> => {
  const today = civilDateOf(nowMs());
  const [state] = rowsOf<StateRow>((await reader.batch([compile(STATE(province))]))[0]);
  if (!isProvinceSlug(province) || !state || state.isNeeded === 0 || state.doneOn === today) return 0;
  const [promised, toldLines, toldParts, all] = await reader.batch(
    [PROMISES, TOLD(province), TOLD_PARTS, PLACES].map(compile),
  );
  const promises = rowsOf<PromiseRow>(promised);
  const told = rowsOf<ToldRow>(toldLines);
  const before = toldBefore(rowsOf<PartsRow>(toldParts), told);
  const places = rowsOf<PlaceRow>(all);
  const series = promises.length > 0 ? await seriesOf(reader, promises, today) : undefined;
  const lines = new Map<string, ResultLine[]>();
  const groups = [...Map.groupBy(promises, promiseKey)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [, rows] of groups) {
    const [of] = rows;
    if (!of || !series) continue;
    const { told: tellable, few } = groupsToTell(alikeOf(rows, places, series, today));
    const others = lines.get(versionKey(of)) ?? [];
    if (others.length + 2 * (tellable.length + few.length) > MOST_LINES) continue;
    const sums = tellable.flatMap((group) => before.linesOf(of, group));
    lines.set(versionKey(of), [...others, ...sums, ...few.flatMap((group) => fewLines(of.indicator, group))]);
  }
  const floor = (state.epoch - 1) * TURNS_OF_EPOCH;
  const versions = new Map<string, Version>([...promises, ...told].map((one) => [versionKey(one), one]));
  const letters = [...versions].flatMap(([key, { templateId, version }]) => {
    const was = told.filter((one) => versionKey(one) === key);
    const turn = Math.max(0, ...was.map((one) => one.turn));
    const now = lines.get(key) ?? [];
    if (linesText(now) === linesText(was) && (was.length === 0 || turn > floor)) return [];
    return [
      statementsOf({ templateId, version, turn: Math.max(turn, floor) + 1, lines: now, asOfMs: nowMs() }, province),
    ];
  });
  const done: Statement = {
    sql: "insert into meta (key, value) values ('template_results_on', ?) on conflict (key) do update set value = excluded.value",
    args: [today],
  };
  return (await save([...letters.flat(), ...before.statements(), done])) ? letters.length : 0;
};
