import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { LookinPage, LookinViews, type LookinView } from '../model.ts';
import { ANSWERED, LOOKIN_COLUMNS, LOOKINS, readLookin, type LookinRow } from './lookin-row.ts';

const SIZE = 50;
type ViewRow = { id: string; atMs: number; said: string; label: string | null };
type Said = { readonly asked: string; readonly with: LookinView['about']; readonly permitted: number };

const partOf = (name: string) => sql`json_extract(a.result_json, ${`$.with.${name}`})`;

/** What the record is called that a view was of. */
const LABEL = sql`coalesce((select r.title from problems r where r.id = ${partOf('problemId')}), (select r.title from operations r where r.id = ${partOf('operationId')}), (select cu.name_fa from councils r join units cu on cu.id = r.unit_id where r.id = ${partOf('councilId')}), (select r.name_fa from units r where r.id = ${partOf('unitId')}))`;

const VIEWS = (lookinId: string, withRefused: boolean) =>
  sql`audit_log a where a.subject = ${lookinId} and a.action = 'lookin.view' and (${Number(withRefused)} or json_extract(a.result_json, '$.permitted') = 1)`;

/** One grant with everything that was looked at by it, the newest first. */
export const readLookinPage = defineQuery({
  name: 'lookin',
  permission: 'audit.read',
  input: LookinViews,
  output: LookinPage,
  ask: (db, { lookinId, page, withRefused = false }) => ({
    grant: one(
      db.text<LookinRow & { views: number }>(
        sql`select ${LOOKIN_COLUMNS}, ${ANSWERED} as views from ${LOOKINS} where l.id = ${lookinId} and ${isMyUnit(sql`l.unit_id`)}`,
      ),
      'lookin_unknown',
    ),
    rows: many(
      db.text<ViewRow>(
        sql`select a.command_id as id, a.at_ms as "atMs", a.result_json as said, ${LABEL} as label from ${VIEWS(lookinId, withRefused)} order by a.seq desc limit ${SIZE} offset ${(page - 1) * SIZE}`,
      ),
    ),
    total: one(db.text<{ n: number }>(sql`select count(*) as n from ${VIEWS(lookinId, withRefused)}`)),
  }),
  shape: ({ grant, rows, total }, { page }, { nowMs }) => ({
    ...readLookin(grant, nowMs),
    rows: rows.map(({ id, atMs, said, label }) => {
      const { asked, with: about, permitted } = JSON.parse(said) as Said;
      return { id, atMs, asked, about, label, isPermitted: permitted === 1 };
    }),
    total: total.n,
    page,
    size: SIZE,
  }),
});
