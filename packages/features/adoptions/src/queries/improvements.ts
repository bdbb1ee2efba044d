import { defineQuery, many } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { ImprovementList, ListImprovements } from '../upgrade-model.ts';
import type { ProposalRow } from '../improvement/ask-improvement.ts';

const MOST = 500;

type Row = Omit<
  ProposalRow,
  'changesJson' | 'author' | 'office' | 'takenJson' | 'answer' | 'answeredBy' | 'answeredAtMs'
> & {
  title: string | null;
  changes: number;
};

const rows = (where: SQL): SQL =>
  sql`select p.id, p.template_id as "templateId", (select t.title from templates t where t.template_id = p.template_id order by t.version desc limit 1) as title, p.base_version as "baseVersion", p.from_province as "fromProvince", p.to_province as "toProvince", p.note, json_array_length(p.changes_json) as changes, p.at_ms as "atMs", p.outcome from template_proposals p where ${where} order by p.at_ms desc, p.id limit ${MOST}`;

/** Improvements that were proposed to this province, and those that it proposed, the last first. */
export const listImprovements = defineQuery({
  name: 'improvements',
  permission: 'template.read',
  input: ListImprovements,
  output: ImprovementList,
  ask: (db, _input, { workspace }) => ({
    received: many(db.text<Row>(rows(sql`p.to_province = ${workspace}`))),
    proposed: many(db.text<Row>(rows(sql`p.from_province = ${workspace}`))),
  }),
  shape: ({ received, proposed }, { side }) => ({
    received: side === 'proposed' ? [] : received,
    proposed: side === 'received' ? [] : proposed,
  }),
});
