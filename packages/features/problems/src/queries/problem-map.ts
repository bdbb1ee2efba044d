import { defineQuery, openedTo } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { MapProblems, ProblemMap } from '../model.ts';
import { askPlaced, askPlaces, askPoints, askUnits, askUnplaced, COUNTED_UP_TO } from './map-asks.ts';
import { isTallied } from './problem-scope.ts';

/** The problems of a list on a map: counted by county or neighbourhood, or at their points when it is one neighbourhood. Open ones, when no status is asked for. */
export const problemMap = defineQuery({
  name: 'problem_map',
  permission: 'problem.read',
  input: MapProblems,
  output: ProblemMap,
  ask: (db, { status = 'open', ...rest }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const filters = { ...rest, status };
    return {
      units: askUnits(db, filters.unitId),
      places: askPlaces(db, filters, today),
      points: askPoints(db, filters, today),
      unplaced: askUnplaced(db, filters, today),
      placed: askPlaced(db, filters, today),
    };
  },
  shape: ({ units, places, points, unplaced, placed }, filters, someone) => ({
    level: units[0]?.level ?? 'county',
    units: units.map(({ level: _level, ...unit }) => unit),
    places: places.map(({ total: _total, ...place }) => place),
    placesTotal: places[0]?.total ?? 0,
    isMore: !isTallied(filters) && places.reduce((sum, { count }) => sum + count, 0) >= COUNTED_UP_TO,
    points: points.map(({ redactedAtMs, isOverdue, ...point }) => ({
      ...point,
      isOverdue: isOverdue === 1,
      isRedacted: redactedAtMs !== null,
    })),
    ...placed,
    // Those without a point are for the greater part those of sensitive domains.
    unplacedRows: (openedTo(someone).isGuest ? [] : unplaced).map(({ redactedAtMs, ...row }) => ({
      ...row,
      isRedacted: redactedAtMs !== null,
    })),
  }),
});
