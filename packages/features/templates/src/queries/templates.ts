import { defineWorkspaceQuery, many, NATION, one } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { ListTemplates, TemplateList, type LaterVersion, type TemplateRow } from '../catalogue-model.ts';
import { signedLetter } from '../letters/template-letters.ts';
import { holdsWords } from '../search-sql.ts';
import { ENDING_OF, shownVersion } from '../template-sql.ts';

const SIZE = 24;

type Row = Omit<z.infer<typeof TemplateRow>, 'tags' | 'parts' | 'domains' | 'isSample'> & {
  tagsJson: string;
  partsJson: string;
  domainsJson: string;
  isSample: number;
};

type LaterAbout = Omit<z.infer<typeof LaterVersion>, 'needs' | 'setAsideAtMs'>;

const adoptionsIn = (where: SQL): SQL =>
  sql`(select coalesce(sum(a.adoptions), 0) from template_adopters a where a.template_id = t.template_id ${where})`;

const keptBy = (
  { q, province, part, domain, tag, setting, size, sample, adopted, ended }: z.infer<typeof ListTemplates>,
  workspace: string,
): SQL =>
  sql.join(
    [
      sql`t.version = ${shownVersion(sql.raw('t.template_id'))}`,
      ended ? sql`${ENDING_OF} is not null` : sql`${ENDING_OF} is null`,
      ...(q === undefined ? [] : [holdsWords(q)]),
      ...(province === undefined ? [] : [sql`t.province = ${province}`]),
      ...(part === undefined ? [] : [sql`json_extract(t.parts_json, ${`$.${part}`}) > 0`]),
      ...(domain === undefined ? [] : [sql`exists (select 1 from json_each(t.domains_json) where value = ${domain})`]),
      ...(tag === undefined ? [] : [sql`exists (select 1 from json_each(t.tags_json) where value = ${tag})`]),
      ...(setting === undefined ? [] : [sql`t.setting = ${setting}`]),
      ...(size === undefined ? [] : [sql`t.size = ${size}`]),
      ...(sample === undefined ? [] : [sql`t.is_sample = ${sample === 'only' ? 1 : 0}`]),
      ...(adopted === 'any' ? [sql`${adoptionsIn(sql``)} > 0`] : []),
      ...(adopted === 'mine' ? [sql`${adoptionsIn(sql`and a.province = ${workspace}`)} > 0`] : []),
    ],
    sql` and `,
  );

/** The templates of all provinces, each by the version that is shown, the newest first; those that stand, or those that ended. */
export const listTemplates = defineWorkspaceQuery({
  name: 'templates',
  permission: 'template.read',
  input: ListTemplates,
  output: TemplateList,
  ask: (db, input, { workspace }) => {
    const { page = 1, perPage = SIZE } = input;
    const kept = keptBy(input, workspace);
    return {
      rows: many(
        db.text<Row>(
          sql`select t.template_id as "templateId", t.version, t.digest, t.province, t.title, t.summary, t.tags_json as "tagsJson", t.setting, t.size, t.elements, t.parts_json as "partsJson", t.domains_json as "domainsJson", t.is_sample as "isSample", t.arrival, t.signed_at_ms as "signedAtMs", (select count(*) from templates o where o.template_id = t.template_id) as versions, ${adoptionsIn(sql``)} as adoptions, (select count(distinct a.province) from template_adopters a where a.template_id = t.template_id and a.adoptions > 0) as adopters, ${adoptionsIn(sql`and a.province = ${workspace}`)} as "adoptionsHere", (select count(distinct r.province) from template_results r where r.template_id = t.template_id and r.is_few = 0) as "resultsFrom", ${ENDING_OF} as ending from templates t where ${kept} order by t.signed_at_ms desc, t.digest limit ${perPage} offset ${(page - 1) * perPage}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from templates t where ${kept}`)),
      tags: many(
        db.text<{ tag: string }>(
          sql`select g.value as tag from templates t, json_each(t.tags_json) g where t.version = ${shownVersion(sql.raw('t.template_id'))} and ${ENDING_OF} is null group by g.value order by count(*) desc, g.value limit 40`,
        ),
      ),
      // Letters come down to provinces alone: the nation has no such table.
      later: many(
        db.text<{ aboutJson: string; needs: number; setAsideAtMs: number }>(
          workspace === NATION
            ? sql`select '' as "aboutJson", 0 as needs, 0 as "setAsideAtMs" where 0`
            : sql`select about_json as "aboutJson", needs, set_aside_at_ms as "setAsideAtMs" from letters_set_aside where kind = ${signedLetter.kind} and taken_in_at_ms is null order by number desc limit 50`,
        ),
      ),
    };
  },
  shape: ({ rows, total, tags, later }, { page = 1, perPage = SIZE }) => ({
    rows: rows.map(({ tagsJson, partsJson, domainsJson, isSample, ...row }) => ({
      ...row,
      tags: JSON.parse(tagsJson) as string[],
      parts: JSON.parse(partsJson) as Record<string, number>,
      domains: JSON.parse(domainsJson) as string[],
      isSample: isSample === 1,
    })),
    total: total.n,
    ...{ page, perPage },
    tags: tags.map(({ tag }) => tag),
    later: later.map(({ aboutJson, ...told }) => ({ ...(JSON.parse(aboutJson) as LaterAbout), ...told })),
  }),
});
