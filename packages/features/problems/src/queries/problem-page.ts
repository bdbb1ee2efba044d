import { evidenceItem, evidenceSql, isEvidenceOfProblem, problemFamily, type EvidenceRow } from '@mahalleh/evidence';
import { defineQuery, isMyUnit, many, one } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { and, eq, ne, sql } from 'drizzle-orm';
import { OneProblem, ProblemDetail } from '../model.ts';
import { isMine } from '../reach.ts';
import { domains, problems } from '../schema.ts';
import { itemFields, problemItem } from './problem-fields.ts';

type HistoryRow = {
  at_ms: number;
  action: string;
  actor_id: string;
  actor_name: string | null;
  subject: string;
  fields_json: string;
};
const HISTORY_SIZE = 300;

const detailFields = {
  ...itemFields,
  description: problems.description,
  placeKind: problems.placeKind,
  placeNote: problems.placeNote,
  latitude: problems.latitude,
  longitude: problems.longitude,
  rootCause: problems.rootCause,
  solution: problems.solution,
  closeReason: problems.closeReason,
  reopenWhy: problems.reopenWhy,
  triagedAtMs: problems.triagedAtMs,
  startedAtMs: problems.startedAtMs,
  solvedAtMs: problems.solvedAtMs,
  closedAtMs: problems.closedAtMs,
  reopenedCount: problems.reopenedCount,
  mergedIntoId: problems.mergedIntoId,
  mergedIntoCode: sql<string | null>`(select s.code from problems s where s.id = ${problems.mergedIntoId})`,
};

/** One problem with its evidence and history, and those of whatever was merged into it, as far as the actor may see them. */
export const problemPage = defineQuery({
  name: 'problem_page',
  permission: 'problem.read',
  input: OneProblem,
  output: ProblemDetail,
  ask: (db, { problemId }) => ({
    problem: one(
      db
        .select(detailFields)
        .from(problems)
        .innerJoin(units, eq(units.id, problems.unitId))
        .innerJoin(domains, eq(domains.key, problems.domainKey))
        .where(isMine(problemId)),
      'problem_unknown',
    ),
    merged: many(
      db
        .select({
          id: problems.id,
          code: problems.code,
          title: problems.title,
          registeredAtMs: problems.registeredAtMs,
        })
        .from(problems)
        .where(
          and(
            sql`${problems.id} in (${problemFamily(problemId)})`,
            ne(problems.id, problemId),
            isMyUnit(problems.unitId),
          ),
        )
        .orderBy(problems.registeredAtMs),
    ),
    evidence: many(
      db.text<EvidenceRow>(evidenceSql(sql`${isEvidenceOfProblem(problemId)} and ${isMyUnit(sql`e.unit_id`)}`)),
    ),
    history: many(
      db.text<HistoryRow>(
        sql`select a.at_ms, a.action, a.actor_id, n.full_name as actor_name, a.subject, a.fields_json from audit_log a left join people n on n.id = a.actor_id where a.subject in (${problemFamily(problemId)}) and ${isMyUnit(sql`a.unit_id`)} order by a.seq desc limit ${HISTORY_SIZE}`,
      ),
    ),
  }),
  shape: ({ problem, merged, evidence, history }) => {
    const { mergedIntoId, mergedIntoCode, ...rest } = problem;
    return {
      ...rest,
      ...problemItem(rest),
      mergedInto: mergedIntoId !== null && mergedIntoCode !== null ? { id: mergedIntoId, code: mergedIntoCode } : null,
      merged,
      evidence: evidence.map(evidenceItem),
      history: history.map((row) => ({
        atMs: row.at_ms,
        action: row.action,
        actorId: row.actor_id,
        actorName: row.actor_name,
        subject: row.subject,
        fields: JSON.parse(row.fields_json) as string[],
      })),
    };
  },
});
