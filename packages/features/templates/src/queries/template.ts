import { defineWorkspaceQuery, many } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { ReadTemplate, TemplateRead } from '../catalogue-model.ts';
import { documentRead } from '../document-read.ts';
import type { Endorsement, ProvinceSeal } from '../document/template-document.ts';
import { effectOf, type ResultRow } from '../lineage/effect.ts';
import type { TemplateEnding } from '../statuses.ts';
import { askTemplate, documentIn, ENDING_OF, RESULT_FIELDS, shownVersion } from '../template-sql.ts';

type VersionRow = { version: number; digest: string; signedAtMs: number; ending: TemplateEnding | null };
type EndingRow = {
  version: number;
  how: TemplateEnding;
  reason: string;
  author: string;
  office: string;
  atMs: number;
};
/** One version of a template with everything that is told of it: who signed it, its versions and endings, who uses it, what came of it. */
export const readTemplate = defineWorkspaceQuery({
  name: 'template',
  permission: 'template.read',
  input: ReadTemplate,
  output: TemplateRead,
  ask: (db, { templateId, version }) => {
    const shown = version === undefined ? shownVersion(sql`${templateId}`) : sql`${version}`;
    return {
      signed: askTemplate(db, templateId, version),
      versions: many(
        db.text<VersionRow>(
          sql`select t.version, t.digest, t.signed_at_ms as "signedAtMs", ${ENDING_OF} as ending from templates t where t.template_id = ${templateId} order by t.version desc`,
        ),
      ),
      endings: many(
        db.text<EndingRow>(
          sql`select n.version, n.how, n.reason, n.author, n.office, n.at_ms as "atMs" from template_endings n where n.template_id = ${templateId} and n.province = iif(n.how = 'revoked', 'ministry', (select t.province from templates t where t.template_id = n.template_id limit 1)) order by n.at_ms desc`,
        ),
      ),
      adopters: many(
        db.text<{ province: string; adoptions: number; ofThis: number }>(
          sql`select a.province, sum(a.adoptions) as adoptions, sum(iif(a.version = ${shown}, a.adoptions, 0)) as "ofThis" from template_adopters a where a.template_id = ${templateId} group by a.province having sum(a.adoptions) > 0 order by 2 desc, 1`,
        ),
      ),
      outcomes: many(
        db.text<ResultRow>(
          sql`select ${RESULT_FIELDS} from template_results r where r.template_id = ${templateId} and r.version = ${shown} order by r.indicator`,
        ),
      ),
    };
  },
  shape: ({ signed, versions, endings, adopters, outcomes }, _input, { workspace }) => {
    const { mandates, note, author, office, signedAtMs, keyId } = JSON.parse(signed.endorsementJson) as Endorsement;
    return {
      ...documentRead(signed.digest, documentIn(signed)),
      isOwn: signed.province === workspace,
      arrival: signed.arrival,
      ending: signed.ending,
      seal: { keyId: (JSON.parse(signed.sealJson) as ProvinceSeal).keyId },
      endorsement: { mandates, note, author, office, signedAtMs, keyId },
      ...{ versions, endings, adopters },
      outcomes: [...Map.groupBy(outcomes, ({ indicator }) => indicator)].map(([indicator, rows]) => ({
        indicator,
        effect: effectOf(rows),
      })),
    };
  },
});
