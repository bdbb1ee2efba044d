import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { decimalsOf, partNumber, type ShareWay } from '../cascade-rules.ts';
import { ProposeShares, ShareProposal } from '../model.ts';
import { targets } from '../schema.ts';

type Below = {
  unitId: string;
  nameFa: string;
  nameEn: string | null;
  population: number | null;
  neighbourhoods: number;
};

const weightOf = (by: ShareWay, { population, neighbourhoods }: Below): number =>
  by === 'population' ? (population ?? 0) : by === 'neighbourhoods' ? neighbourhoods : 1;

/** A proposal for sharing a target out: to the counties of a province, or to the neighbourhoods and villages of a smaller unit. */
export const proposeShares = defineQuery({
  name: 'share_proposal',
  permission: 'target.cascade',
  input: ProposeShares,
  output: ShareProposal,
  ask: (db, { targetId }) => ({
    target: one(
      db
        .select({
          targetId: targets.id,
          titleFa: targets.titleFa,
          titleEn: targets.titleEn,
          baselineValue: targets.baselineValue,
          goalValue: targets.goalValue,
          revision: targets.revision,
        })
        .from(targets)
        .where(and(eq(targets.id, targetId), isMyUnit(targets.unitId))),
      'target_unknown',
    ),
    below: many(
      db.text<Below>(sql`select u.id as "unitId", u.name_fa as "nameFa", u.name_en as "nameEn",
          coalesce(u.population, (select sum(p.population) from unit_closure b join units p on p.id = b.unit_id where b.ancestor_id = u.id and p.kind in ('neighbourhood', 'village') and p.ended_on is null)) as population,
          (select count(*) from unit_closure b join units p on p.id = b.unit_id where b.ancestor_id = u.id and p.kind in ('neighbourhood', 'village') and p.ended_on is null) as neighbourhoods
        from targets t join units top on top.id = t.unit_id join unit_closure c on c.ancestor_id = t.unit_id join units u on u.id = c.unit_id
        where t.id = ${targetId} and u.ended_on is null and u.id <> t.unit_id
          and ((top.kind = 'province' and u.kind = 'county') or (top.kind <> 'province' and u.kind in ('neighbourhood', 'village')))
        order by u.name_fa, u.id limit 1000`),
    ),
  }),
  shape: ({ target, below }, { by = 'population' }) => {
    const weights = below.map((unit) => weightOf(by, unit));
    const decimals = decimalsOf(target.baselineValue, target.goalValue);
    const baselines = partNumber(target.baselineValue, weights, decimals);
    const goals = partNumber(target.goalValue, weights, decimals);
    return {
      ...target,
      by,
      rows: below.map((unit, i) => ({
        ...unit,
        baselineValue: baselines[i] ?? 0,
        goalValue: goals[i] ?? 0,
      })),
    };
  },
});
