import { isMyUnit, isTouched, many, one, type ReadDb } from '@mahalleh/gate';
import { problemFamily } from '@mahalleh/evidence';
import { and, asc, desc, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { OPEN_STATUSES } from '../rules.ts';
import { problemMoves, problems } from '../schema.ts';
import type { EscalationOutcome, Level, ProblemStatus, RelationKind, ScoreSide } from '../statuses.ts';

type Db = ReadDb<'province'>;
const HISTORY_SIZE = 300;
const BESIDE = 20;

/** The problem, all that were merged into it, and what it was split from, however far. */
const story = (id: string): SQL =>
  sql`select id from (${problemFamily(id)}) union select id from (with recursive origin(id) as (select p.split_from_id from problems p where p.id = ${id} union select p.split_from_id from problems p join origin o on p.id = o.id) select id from origin where id is not null)`;

/** What was merged into the problem, as far as the actor may see it. */
export const askMerged = (db: Db, problemId: string) =>
  many(
    db
      .select({ id: problems.id, code: problems.code, title: problems.title, registeredAtMs: problems.registeredAtMs })
      .from(problems)
      .where(
        and(
          sql`${problems.id} in (${problemFamily(problemId)})`,
          ne(problems.id, problemId),
          isMyUnit(problems.unitId),
        ),
      )
      .orderBy(problems.registeredAtMs),
  );

/** The problems that it was split into. */
export const askParts = (db: Db, problemId: string) =>
  many(
    db
      .select({ id: problems.id, code: problems.code, title: problems.title, status: problems.status })
      .from(problems)
      .where(and(eq(problems.splitFromId, problemId), isNull(problems.discardedAtMs), isMyUnit(problems.unitId)))
      .orderBy(asc(problems.id)),
  );

/** The problems that belong to it, each with how it is seen from here. */
export const askRelated = (db: Db, problemId: string) =>
  many(
    db.text<{
      id: string;
      code: string;
      title: string;
      status: ProblemStatus;
      kind: RelationKind | 'caused_by';
    }>(
      sql`select o.id, o.code, o.title, o.status, case when r.kind = 'causes' and r.b_id = ${problemId} then 'caused_by' else r.kind end as kind from problem_relations r join problems o on o.id = case when r.a_id = ${problemId} then r.b_id else r.a_id end where (r.a_id = ${problemId} or r.b_id = ${problemId}) and o.discarded_at_ms is null and ${isMyUnit(sql`o.unit_id`)} order by r.related_at_ms`,
    ),
  );

/** The first open problems of the same neighbourhood, but for itself. */
export const askBeside = (db: Db, problemId: string) =>
  many(
    db
      .select({ id: problems.id, code: problems.code, title: problems.title })
      .from(problems)
      .where(
        and(
          sql`${problems.unitId} = (select b.unit_id from problems b where b.id = ${problemId})`,
          inArray(problems.status, OPEN_STATUSES),
          ne(problems.id, problemId),
          isNull(problems.discardedAtMs),
          isNull(problems.redactedAtMs),
          isMyUnit(problems.unitId),
        ),
      )
      .orderBy(asc(problems.rankOrder), desc(problems.severity), desc(problems.id))
      .limit(BESIDE),
  );

/** Every round of residents and every expert's view that counts. */
export const askRounds = (db: Db, problemId: string) =>
  many(
    db.text<{
      id: string;
      side: ScoreSide;
      heldOn: string;
      voters: number;
      supporters: number;
      methodVersion: number;
      sumsJson: string;
      note: string | null;
      expertName: string | null;
      isMine: number;
    }>(
      sql`select s.id, s.side, s.held_on as "heldOn", s.voters, s.supporters, s.method_version as "methodVersion", s.sums_json as "sumsJson", s.note, n.full_name as "expertName", s.expert_id is not null and s.expert_id in (select person_id from me) as "isMine" from problem_scores s left join people n on n.id = s.expert_id where s.problem_id = ${problemId} and s.removed_at_ms is null order by s.side desc, s.held_on, s.id`,
    ),
  );

/** The method in force. */
export const askMethod = (db: Db) =>
  one(
    db.text<{ version: number; criteriaJson: string }>(
      sql`select version, criteria_json as "criteriaJson" from score_methods order by version desc limit 1`,
    ),
  );

/** Every escalation, the newest first. */
export const askEscalations = (db: Db, problemId: string) =>
  many(
    db.text<{
      id: string;
      fromLevel: Level;
      toLevel: Level;
      reason: string;
      dueOn: string;
      escalatedByName: string | null;
      escalatedAtMs: number;
      outcome: EscalationOutcome | null;
      answer: string | null;
      answeredByName: string | null;
      answeredAtMs: number | null;
    }>(
      sql`select e.id, e.from_level as "fromLevel", e.to_level as "toLevel", e.reason, e.due_on as "dueOn", n.full_name as "escalatedByName", e.escalated_at_ms as "escalatedAtMs", e.outcome, e.answer, w.full_name as "answeredByName", e.answered_at_ms as "answeredAtMs" from problem_escalations e left join people n on n.id = e.escalated_by left join people w on w.id = e.answered_by where e.problem_id = ${problemId} order by e.escalated_at_ms desc, e.id desc`,
    ),
  );

/** Every change of its status, in order. */
export const askMoves = (db: Db, problemId: string) =>
  many(
    db
      .select({ atMs: problemMoves.atMs, from: problemMoves.fromStatus, to: problemMoves.toStatus })
      .from(problemMoves)
      .where(eq(problemMoves.problemId, problemId))
      .orderBy(asc(problemMoves.seq)),
  );

/** Who did what to it and to what became part of it, newest first. */
export const askHistory = (db: Db, problemId: string) =>
  many(
    db.text<{
      atMs: number;
      action: string;
      actorId: string;
      actorName: string | null;
      subject: string;
      fieldsJson: string;
    }>(
      sql`select a.at_ms as "atMs", a.action, a.actor_id as "actorId", n.full_name as "actorName", a.subject, a.fields_json as "fieldsJson" from audit_log a left join people n on n.id = a.actor_id where ${isTouched(story(problemId))} and (a.unit_id is null or ${isMyUnit(sql`a.unit_id`)}) order by a.seq desc limit ${HISTORY_SIZE}`,
    ),
  );
