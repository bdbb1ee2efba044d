import { defineQuery, isMyUnit, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { ofCapacity } from '../candidate-sql.ts';
import { askDomains, askPairs, askRules } from '../match-asks.ts';
import { CapacityMatches, MatchCapacity } from '../model.ts';
import { pairsOf } from '../pairs.ts';
import { matchedOf, problemShown, storedWeights, weigh } from '../weigh.ts';

const SIZE = 10;

/** The open problems that a capacity could help to solve, the best first, with the reasons. */
export const capacityMatches = defineQuery({
  name: 'capacity_matches',
  permission: 'match.read',
  input: MatchCapacity,
  output: CapacityMatches,
  ask: (db, { capacityId }, { nowMs }) => ({
    capacity: one(
      db.text<{ id: string }>(
        sql`select c.id from capacities c where c.id = ${capacityId} and ${isMyUnit(sql`c.unit_id`)}`,
      ),
      'capacity_unknown',
    ),
    rules: askRules(db),
    domains: askDomains(db),
    ...askPairs(db, ofCapacity(capacityId), civilDateOf(nowMs)),
  }),
  shape: (got, { size = SIZE }, { nowMs }) => {
    const matches = weigh(pairsOf(got, civilDateOf(nowMs)), got.rules, ({ problem }) => problem.problemId);
    return {
      capacityId: got.capacity.id,
      weights: storedWeights(got.rules),
      rows: matches.slice(0, size).map((match) => ({ ...problemShown(match.problem), ...matchedOf(match) })),
      considered: matches.length,
    };
  },
});
