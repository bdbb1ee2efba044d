import { defineQuery, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { ImprovementList, ListImprovements, type IMPROVEMENT_SIDES } from '../upgrade-model.ts';
import type { ProposalRow } from '../improvement/ask-improvement.ts';

const SIZE = 25;

type Row = Omit<
  ProposalRow,
  'changesJson' | 'author' | 'office' | 'takenJson' | 'answer' | 'answeredBy' | 'answeredAtMs'
> & {
  title: string | null;
  changes: number;
  side: (typeof IMPROVEMENT_SIDES)[number];
};

/** Improvements that were proposed to this province or by it, the last first. */
export const listImprovements = defineQuery({
  name: 'improvements',
  permission: 'template.read',
  input: ListImprovements,
  output: ImprovementList,
  ask: (db, { side, outcome, page = 1, size = SIZE }, { workspace }) => {
    const [received, proposed] = [sql`p.to_province = ${workspace}`, sql`p.from_province = ${workspace}`];
    const where = sql.join(
      [
        side === 'received' ? received : side === 'proposed' ? proposed : sql`(${received} or ${proposed})`,
        ...(outcome === undefined
          ? []
          : [outcome === 'waiting' ? sql`p.outcome is null` : sql`p.outcome = ${outcome}`]),
      ],
      sql` and `,
    );
    return {
      rows: many(
        db.text<Row>(
          sql`select p.id, p.template_id as "templateId", (select t.title from templates t where t.template_id = p.template_id order by t.version desc limit 1) as title, p.base_version as "baseVersion", p.from_province as "fromProvince", p.to_province as "toProvince", p.note, json_array_length(p.changes_json) as changes, p.at_ms as "atMs", p.outcome, iif(${received}, 'received', 'proposed') as side from template_proposals p where ${where} order by p.at_ms desc, p.id limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from template_proposals p where ${where}`)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows, total: total.n, page, size }),
});
