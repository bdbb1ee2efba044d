import { maybe, one, type ReadDb } from '@mahalleh/gate';
import type { PROPOSAL_OUTCOMES } from '@mahalleh/templates/model';
import { templateDrafts } from '@mahalleh/templates/schema';
import { and, eq, sql, type SQL } from 'drizzle-orm';

type Db = ReadDb<'province'>;

/** A proposal as it is kept. */
export type ProposalRow = {
  id: string;
  templateId: string;
  baseVersion: number;
  fromProvince: string;
  toProvince: string;
  note: string;
  changesJson: string;
  author: string;
  office: string;
  atMs: number;
  outcome: (typeof PROPOSAL_OUTCOMES)[number] | null;
  takenJson: string | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAtMs: number | null;
};

/** One proposal. Fails: not_found `improvement_unknown`. */
export const askProposal = (db: Db, id: string) =>
  one(
    db.text<ProposalRow>(
      sql`select p.id, p.template_id as "templateId", p.base_version as "baseVersion", p.from_province as "fromProvince", p.to_province as "toProvince", p.note, p.changes_json as "changesJson", p.author, p.office, p.at_ms as "atMs", p.outcome, p.taken_json as "takenJson", p.answer, p.answered_by as "answeredBy", p.answered_at_ms as "answeredAtMs" from template_proposals p where p.id = ${id}`,
    ),
    'improvement_unknown',
  );

/** SQL of the template that a proposal is about. */
export const templateOf = (id: string): SQL => sql`(select p.template_id from template_proposals p where p.id = ${id})`;

/** The last signed version of a template that is here. */
export const askLastSigned = (db: Db, templateId: SQL) =>
  maybe(
    db.text<{ version: number; title: string; documentJson: string }>(
      sql`select t.version, t.title, t.document_json as "documentJson" from templates t where t.template_id = ${templateId} order by t.version desc limit 1`,
    ),
  );

/** The version of a template that was drafted last in this province. */
export const askDrafted = (db: Db, templateId: SQL) =>
  maybe(
    db
      .select()
      .from(templateDrafts)
      .where(
        and(
          eq(templateDrafts.templateId, templateId),
          sql`${templateDrafts.version} = (select max(d.version) from template_drafts d where d.template_id = ${templateId})`,
        ),
      ),
  );

/** Who writes, and in which office. */
export const askWriter = (db: Pick<Db, 'text'>) =>
  one(
    db.text<{ author: string; office: string }>(
      sql`select full_name as author, coalesce(job_title, '') as office from people where id = (select person_id from me)`,
    ),
  );
