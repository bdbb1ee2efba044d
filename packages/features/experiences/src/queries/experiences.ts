import { defineWorkspaceQuery, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { ExperienceList, ListExperiences, type ExperienceRow } from '../model.ts';
import { ENDING_OF } from '../post-sql.ts';
import { holdsWords } from '../search-sql.ts';

const SIZE = 20;

type Row = Omit<z.infer<typeof ExperienceRow>, 'isAdoptedHere'> & { isAdoptedHere: number };

/** The posts of all provinces, the newest first; those that stand, or those that ended. */
export const listExperiences = defineWorkspaceQuery({
  name: 'experiences',
  permission: 'experience.read',
  input: ListExperiences,
  output: ExperienceList,
  ask: (db, { q, kind, domain, province, adopted, ended, page = 1, size = SIZE }, { workspace }) => {
    const adoptions = sql`experience_adoptions a where a.experience_id = e.id and a.is_adopted = 1`;
    const kept = sql.join(
      [
        ended ? sql`${ENDING_OF} is not null` : sql`${ENDING_OF} is null`,
        ...(q === undefined ? [] : [holdsWords(q)]),
        ...(kind === undefined ? [] : [sql`e.kind = ${kind}`]),
        ...(domain === undefined ? [] : [sql`e.domain = ${domain}`]),
        ...(province === undefined ? [] : [sql`e.province = ${province}`]),
        ...(adopted === 'any' ? [sql`exists (select 1 from ${adoptions})`] : []),
        ...(adopted === 'mine' ? [sql`exists (select 1 from ${adoptions} and a.province = ${workspace})`] : []),
      ],
      sql` and `,
    );
    return {
      rows: many(
        db.text<Row>(
          sql`select e.id, e.province, e.kind, e.domain, e.title, iif(${ENDING_OF} is null, substr(e.tried, 1, 240), '') as opening, e.published_at_ms as "publishedAtMs", (select count(*) from experience_answers w where w.experience_id = e.id) as answers, (select count(*) from ${adoptions}) as adoptions, exists (select 1 from ${adoptions} and a.province = ${workspace}) as "isAdoptedHere", ${ENDING_OF} as ending from experiences e where ${kept} order by e.published_at_ms desc, e.id desc limit ${size} offset ${(page - 1) * size}`,
        ),
      ),
      total: one(db.text<{ n: number }>(sql`select count(*) as n from experiences e where ${kept}`)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({
    rows: rows.map((row) => ({ ...row, isAdoptedHere: row.isAdoptedHere === 1 })),
    total: total.n,
    page,
    size,
  }),
});
