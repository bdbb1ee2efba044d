import { defineQuery, isMyUnit, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { ofPlace } from '../candidate-sql.ts';
import { askDomains, askPairs, askRules } from '../match-asks.ts';
import { MatchPlace, PlaceMatches } from '../model.ts';
import { pairsOf } from '../pairs.ts';
import { capacityShown, matchedOf, problemShown, weigh, type Weighed } from '../weigh.ts';

const SIZE = 3;
/** From this score on a pair is worth showing. */
const FITS = 50;

/** Each problem and each capacity once, the best pairs first. */
const eachOnce = (matches: readonly Weighed[]): Weighed[] => {
  const taken = new Set<string>();
  return matches.filter(({ problem, capacity }) => {
    if (taken.has(problem.problemId) || taken.has(capacity.capacityId)) return false;
    taken.add(problem.problemId).add(capacity.capacityId);
    return true;
  });
};

/** The capacities that fit the foremost open problems of a neighbourhood and are not used for them yet. */
export const placeMatches = defineQuery({
  name: 'place_matches',
  permission: 'match.read',
  input: MatchPlace,
  output: PlaceMatches,
  ask: (db, { unitId }, { nowMs }) => ({
    unit: one(
      db.text<{ id: string }>(sql`select u.id from units u where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`),
      'unit_unknown',
    ),
    rules: askRules(db),
    domains: askDomains(db),
    ...askPairs(db, ofPlace(unitId), civilDateOf(nowMs)),
  }),
  shape: (got, { size = SIZE }, { nowMs }) => {
    const matches = weigh(
      pairsOf(got, civilDateOf(nowMs)),
      got.rules,
      ({ problem, capacity }) => `${problem.problemId} ${capacity.capacityId}`,
    );
    const fitting = eachOnce(matches.filter(({ score, isUsed }) => score >= FITS && !isUsed));
    return {
      unitId: got.unit.id,
      rows: fitting.slice(0, size).map((match) => ({
        ...capacityShown(match.capacity),
        problem: problemShown(match.problem),
        ...matchedOf(match),
      })),
      total: fitting.length,
    };
  },
});
