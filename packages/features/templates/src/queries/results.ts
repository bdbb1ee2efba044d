import { defineWorkspaceQuery, many } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import type { ResultRow } from '../lineage/effect.ts';
import { ReadResults, ResultsRead } from '../lineage/results-model.ts';
import { RESULT_FIELDS } from '../template-sql.ts';
import { resultsOf, type PromisedRow, type ResultVersionRow } from '../lineage/results-rows.ts';

type StoredResult = ResultRow & { version: number; asOfMs: number };

/** What came of a template: promised indicators before and after, with it and alike without, over all provinces that told. */
export const readResults = defineWorkspaceQuery({
  name: 'template_results',
  permission: 'template.read',
  input: ReadResults,
  output: ResultsRead,
  ask: (db, { templateId }) => ({
    versions: many(
      db.text<ResultVersionRow>(
        sql`select t.version, t.title, t.province, t.is_sample as "isSample", (select coalesce(sum(a.adoptions), 0) from template_adopters a where a.template_id = t.template_id and a.version = t.version) as adoptions from templates t where t.template_id = ${templateId} order by t.version`,
      ),
    ),
    promised: many(
      db.text<PromisedRow>(
        sql`select t.version, json_extract(e.value, '$.fields') as "fieldsJson" from templates t join json_each(t.document_json, '$.elements') e where t.template_id = ${templateId} and json_extract(e.value, '$.kind') = 'indicator' and coalesce(json_extract(e.value, '$.fields.expectedChange'), 0) <> 0`,
      ),
    ),
    results: many(
      db.text<StoredResult>(
        sql`select r.version, ${RESULT_FIELDS}, r.as_of_ms as "asOfMs" from template_results r where r.template_id = ${templateId} order by r.version, r.province, r.indicator, r.side, r.setting, r.size`,
      ),
    ),
  }),
  shape: (rows, { templateId, version }, { workspace }) => {
    const results = resultsOf(templateId, version, rows, workspace);
    if (!results) throw new Failure('not_found', 'template_unknown');
    return results;
  },
});
