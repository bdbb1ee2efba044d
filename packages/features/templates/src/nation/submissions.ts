import { defineNationQuery, many, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { ListSubmissions, SubmissionList } from '../review-model.ts';
import type { SubmissionStatus } from '../statuses.ts';

const PER_PAGE = 50;

type Row = {
  digest: string;
  templateId: string;
  version: number;
  province: string;
  title: string;
  author: string;
  office: string;
  submittedAtMs: number;
  status: SubmissionStatus;
  comments: number;
  decidedAtMs: number | null;
};

/** What provinces submitted: what waits for a reviewer first, the longest wait first. */
export const listSubmissions = defineNationQuery({
  name: 'template.submissions',
  permission: 'template.read',
  input: ListSubmissions,
  output: SubmissionList,
  ask: (db, { status, province, page = 1 }) => {
    const kept = sql.join(
      [
        sql`1`,
        ...(status === undefined ? [] : [sql`s.status = ${status}`]),
        ...(province === undefined ? [] : [sql`s.province = ${province}`]),
      ],
      sql` and `,
    );
    return {
      rows: many(
        db.text<Row>(
          sql`select s.digest, s.template_id as "templateId", s.version, s.province, s.title, s.author, s.office, s.submitted_at_ms as "submittedAtMs", s.status, (select count(*) from template_comments c where c.digest = s.digest and c.retracted_at_ms is null) as comments, s.decided_at_ms as "decidedAtMs" from template_submissions s where ${kept} order by s.status = 'submitted' desc, iif(s.status = 'submitted', s.submitted_at_ms, -s.submitted_at_ms), s.digest limit ${PER_PAGE} offset ${(page - 1) * PER_PAGE}`,
        ),
      ),
      total: one(
        db.text<{ n: number; waiting: number }>(
          sql`select count(*) as n, (select count(*) from template_submissions where status = 'submitted') as waiting from template_submissions s where ${kept}`,
        ),
      ),
    };
  },
  shape: ({ rows, total }, { page = 1 }) => ({
    rows,
    total: total.n,
    waiting: total.waiting,
    page,
    perPage: PER_PAGE,
  }),
});
