import { evidenceItem, evidenceSql, isEvidenceOfProblem, type EvidenceRow } from '@mahalleh/evidence';
import { defineQuery, isMyUnit, many, one, openedTo } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { civilDateOf, Failure } from '@mahalleh/kernel';
import { eq, sql } from 'drizzle-orm';
import { OneProblem, ProblemDetail, type Criterion } from '../model.ts';
import { isMine } from '../reach.ts';
import { domains, problems } from '../schema.ts';
import { readWhys } from '../whys-rules.ts';
import {
  askBeside,
  askEscalations,
  askHistory,
  askMerged,
  askMethod,
  askMoves,
  askParts,
  askRelated,
  askRounds,
} from './problem-asks.ts';
import { itemFields, problemItem } from './problem-fields.ts';

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
  whysJson: problems.whysJson,
  confirmKind: problems.confirmKind,
  confirmedByName: sql<string | null>`(select n.full_name from people n where n.id = ${problems.confirmedBy})`,
  solvedBy: problems.solvedBy,
  registeredBy: problems.registeredBy,
  levelSinceMs: problems.levelSinceMs,
  expertsCount: problems.expertsCount,
  splitFromId: problems.splitFromId,
  splitFromCode: sql<string | null>`(select s.code from problems s where s.id = ${problems.splitFromId})`,
  mergedIntoId: problems.mergedIntoId,
  mergedIntoCode: sql<string | null>`(select s.code from problems s where s.id = ${problems.mergedIntoId})`,
};

/** A problem that is named by id and code, or none. */
const named = (id: string | null, code: string | null) => (id !== null && code !== null ? { id, code } : null);

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
    merged: askMerged(db, problemId),
    parts: askParts(db, problemId),
    related: askRelated(db, problemId),
    beside: askBeside(db, problemId),
    rounds: askRounds(db, problemId),
    method: askMethod(db),
    escalations: askEscalations(db, problemId),
    moves: askMoves(db, problemId),
    evidence: many(
      db.text<EvidenceRow>(evidenceSql(sql`${isEvidenceOfProblem(problemId)} and ${isMyUnit(sql`e.unit_id`)}`)),
    ),
    history: askHistory(db, problemId),
  }),
  shape: ({ problem, evidence, rounds, method, history, ...rest }, _input, { nowMs, ...someone }) => {
    const open = openedTo(someone);
    if (open.cases([problem]).length === 0) throw new Failure('not_found', 'problem_unknown');
    const { mergedIntoId, mergedIntoCode, splitFromId, splitFromCode, whysJson, ...row } = problem;
    return {
      ...row,
      ...problemItem(row, civilDateOf(nowMs)),
      ...rest,
      ...(open.isGuest ? { related: [], beside: [] } : {}),
      whys: readWhys(whysJson, row.rootCause),
      mergedInto: named(mergedIntoId, mergedIntoCode),
      splitFrom: named(splitFromId, splitFromCode),
      evidence: open.rows('evidence.read', evidence).map(evidenceItem),
      rounds: rounds.map(({ sumsJson, isMine, ...round }) => ({
        ...round,
        isMine: isMine === 1,
        sums: JSON.parse(sumsJson) as Record<Criterion, number>,
      })),
      method: {
        version: method.version,
        criteria: JSON.parse(method.criteriaJson) as { key: Criterion; weight: number }[],
      },
      history: history.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] })),
    };
  },
});
