import { defineQuery, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { ListNeighbourhoods, zNeighbourhoodList } from '../model.ts';
import { readCounts } from '../rules-sql.ts';
import { stepOf } from '../rules.ts';
import { listSql, totalSql, type ListRow } from './neighbourhoods-sql.ts';

/** The neighbourhoods of the actor with the step of each, and what the next one lacks. */
export const listNeighbourhoods = defineQuery({
  name: 'neighbourhoods',
  permission: 'step.read',
  input: ListNeighbourhoods,
  output: zNeighbourhoodList,
  ask: (db, { page = 1, size = 25, ...filter }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return {
      rows: many(db.text<ListRow>(listSql(filter, today, size, (page - 1) * size))),
      total: one(db.text<{ n: number }>(totalSql(filter, today))),
    };
  },
  shape: ({ rows, total }, { page = 1, size = 25 }) => ({
    rows: rows.map((row) => {
      const { step, steps, missing } = stepOf(readCounts(row));
      return {
        id: row.id,
        kind: row.kind,
        nameFa: row.name_fa,
        nameEn: row.name_en,
        isModel: row.is_model === 1,
        isSample: row.is_sample === 1,
        county:
          row.county_id === null || row.county_fa === null
            ? null
            : { id: row.county_id, nameFa: row.county_fa, nameEn: row.county_en },
        population: row.population,
        step,
        steps: steps.map(({ state }) => state),
        missing,
        openProblems: row.open_problems,
        capacities: row.capacities,
        runningOperations: row.running_operations,
        manager:
          row.manager_id === null || row.manager_name === null ? null : { id: row.manager_id, name: row.manager_name },
      };
    }),
    total: total.n,
    page,
    size,
  }),
});
