import { defineQuery, isMyUnit, many } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { ReadOrigin, type ORIGIN_PAGES } from '../adopt-inputs.ts';
import { RecordOrigin } from '../adopt-outputs.ts';

type Row = {
  adoptionId: string;
  elements: number;
  isJoined: number;
  version: number;
  templateId: string;
  title: string;
  province: string;
};

/** The elements `e` that the records of a page came of. Each is found by the index of what elements became. */
const elementsOn = (page: (typeof ORIGIN_PAGES)[number], key: string): SQL => {
  if (page === 'council')
    return sql`e.kind = 'committee' and e.row_key in (select id from committees where council_id = ${key})`;
  if (page !== 'responsibility') return sql`e.kind = ${page} and e.row_key = ${key}`;
  const [unitId = '', domainKey = ''] = key.split('|');
  return sql`e.kind = 'duty' and e.row_key in (select id from responsibilities where unit_id = ${unitId} and domain_key = ${domainKey} and ended_at_ms is null)`;
};

/** Which templates the records of a page come from, or were taken for elements of: within the adoptions of the actor's units. */
export const recordOrigin = defineQuery({
  name: 'record_origin',
  permission: 'adoption.read',
  input: ReadOrigin,
  output: RecordOrigin,
  ask: (db, { kind, key }) => ({
    rows: many(
      db.text<Row>(
        sql`select a.id as "adoptionId", count(*) as elements, min(e.is_joined) as "isJoined", a.version, a.template_id as "templateId", t.title, t.province from adopted_elements e join adoptions a on a.id = e.adoption_id join templates t on t.digest = a.digest where ${elementsOn(kind, key)} and e.row_key is not null and ${isMyUnit(sql`a.unit_id`)} group by a.id order by a.adopted_at_ms desc limit 5`,
      ),
    ),
  }),
  shape: ({ rows }) => ({
    rows: rows.map(({ isJoined, templateId, title, province, ...row }) => ({
      ...row,
      isJoined: isJoined === 1,
      template: { id: templateId, title, province },
    })),
  }),
});
