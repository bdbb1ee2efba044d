import { defineQuery, many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { savedViews } from '../schema.ts';
import { ListViews, ViewRows } from '../view-model.ts';
import { IS_MINE, isMyView } from '../view-reach.ts';

const nameOfUnit = (column: 'name_fa' | 'name_en') =>
  sql<string | null>`(select u.${sql.raw(column)} from units u where u.id = ${savedViews.unitId})`;

/** The saved views of a list: mine, and those shared with me. */
export const listViews = defineQuery({
  name: 'views',
  permission: 'search.read',
  input: ListViews,
  output: ViewRows,
  ask: (db, { list }) => ({
    rows: many(
      db
        .select({
          ...{ id: savedViews.id, list: savedViews.list, name: savedViews.name, query: savedViews.query },
          ...{ columnsJson: savedViews.columnsJson, density: savedViews.density, revision: savedViews.revision },
          unitId: savedViews.unitId,
          isMine: sql<number>`${IS_MINE}`,
          unitNameFa: nameOfUnit('name_fa'),
          unitNameEn: nameOfUnit('name_en'),
        })
        .from(savedViews)
        .where(sql`${savedViews.list} = ${list} and ${isMyView}`)
        .orderBy(sql`${IS_MINE} desc`, savedViews.name, savedViews.id)
        .limit(100),
    ),
  }),
  shape: ({ rows }) => ({
    rows: rows.map(({ columnsJson, ...row }) => ({
      ...row,
      columns: columnsJson === null ? null : (JSON.parse(columnsJson) as string[]),
      isMine: row.isMine === 1,
    })),
  }),
});
