import { defineWorkspaceQuery, many, NATION } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { LineageRead, ReadLineage } from '../lineage/lineage-model.ts';
import {
  lineageOf,
  type AdopterRow,
  type ProposalRow,
  type RelativeRow,
  type VersionRow,
} from '../lineage/lineage-rows.ts';

const MOST_RELATIVES = 20;
const MOST_PROPOSALS = 100;

/** The names of counties as they are known here: the nation knows all, a province its own; of the others what they were called when it was told. */
const counties = (workspace: string) =>
  workspace === NATION
    ? sql`(select code, province, name_fa, name_en from counties)`
    : sql`(select official_code as code, ${workspace} as province, name_fa, name_en from units where kind = 'county')`;

/** The lineage of a template: its versions with what followed what, who uses which, what was changed, credits, and templates made from it. */
export const readLineage = defineWorkspaceQuery({
  name: 'template_lineage',
  permission: 'template.read',
  input: ReadLineage,
  output: LineageRead,
  ask: (db, { templateId }, { workspace }) => ({
    versions: many(
      db.text<VersionRow>(
        sql`select t.version, t.digest, json_extract(t.document_json, '$.previous') as previous, t.province, t.title, json_extract(t.document_json, '$.changes') as changes, t.elements, t.is_sample as "isSample", t.signed_at_ms as "signedAtMs",
          (select n.how from template_endings n where n.template_id = t.template_id and n.version in (0, t.version) and n.province = iif(n.how = 'revoked', 'ministry', t.province) order by n.how limit 1) as ending,
          coalesce(json_extract(t.document_json, '$.credits'), '[]') as "creditsJson" from templates t where t.template_id = ${templateId}`,
      ),
    ),
    adopters: many(
      db.text<AdopterRow>(
        sql`select a.province, a.county, coalesce(k.name_fa, a.name_fa) as "nameFa", coalesce(k.name_en, a.name_en) as "nameEn", a.version, a.adoptions, a.overlay_json as "overlayJson", a.at_ms as "asOfMs" from template_adopters a left join ${counties(workspace)} k on k.code = a.county and k.province = a.province where a.template_id = ${templateId} order by a.province, a.county, a.version`,
      ),
    ),
    proposals: many(
      db.text<ProposalRow>(
        sql`select p.id, p.from_province as province, p.base_version as version, json_array_length(p.changes_json) as changes, p.outcome, json_array_length(coalesce(p.taken_json, '[]')) as taken, p.at_ms as "atMs" from template_proposals p where p.template_id = ${templateId} order by p.at_ms desc, p.id limit ${MOST_PROPOSALS}`,
      ),
    ),
    relatives: many(
      db.text<RelativeRow>(
        sql`select g.template_id as "templateId", g.elements, t.title, t.province, (select min(o.signed_at_ms) from templates o where o.template_id = g.template_id) as "firstAtMs"
          from (select b.template_id, count(*) as elements from template_elements a join template_elements b on b.element_id = a.element_id and b.template_id <> a.template_id where a.template_id = ${templateId} group by 1) g
          join templates t on t.template_id = g.template_id and t.version = (select max(o.version) from templates o where o.template_id = g.template_id) order by 2 desc, 1 limit ${MOST_RELATIVES}`,
      ),
    ),
  }),
  shape: (rows, { templateId }, { workspace }) => {
    const lineage = lineageOf(templateId, rows, workspace);
    if (!lineage) throw new Failure('not_found', 'template_unknown');
    return lineage;
  },
});
