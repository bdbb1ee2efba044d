import { defineQuery, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { ListCouncils, zCouncilList } from '../model.ts';
import { readRow, rowsSql, totalSql, type CouncilRowSql } from '../rows.ts';

/** The councils that the actor's units must have: formed, not formed and why, or not there. */
export const listCouncils = defineQuery({
  name: 'councils',
  permission: 'council.read',
  input: ListCouncils,
  output: zCouncilList,
  ask: (db, { page = 1, size = 25, ...filter }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return {
      rows: many(db.text<CouncilRowSql>(rowsSql(filter, today, size, (page - 1) * size))),
      total: one(db.text<{ n: number }>(totalSql(filter, today))),
    };
  },
  shape: ({ rows, total }, { page = 1, size = 25 }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return { rows: rows.map((row) => readRow(row, today)), total: total.n, page, size };
  },
});
