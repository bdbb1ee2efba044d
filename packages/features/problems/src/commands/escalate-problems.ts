import { change, defineCommand, guardedRows, many } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { getTableColumns, sql } from 'drizzle-orm';
import { EscalateProblems } from '../escalation-inputs.ts';
import { askClocks, isOfItsLevel } from '../escalation-sql.ts';
import { ManyChanged } from '../model.ts';
import { isMineAmong } from '../reach.ts';
import { setBack } from '../reversals.ts';
import { escalate } from '../rules.ts';
import { problemEscalations, problems } from '../schema.ts';

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);

/** Takes many open problems to the next level for one reason: all of them or none. One that refuses is named by its code. */
export const escalateProblems = defineCommand({
  name: 'problem.escalate',
  permission: 'problem.escalate',
  input: EscalateProblems,
  output: ManyChanged,
  load: (db, { records }) => ({
    problems: many(
      db
        .select({ ...getTableColumns(problems), isOfLevel: isOfItsLevel })
        .from(problems)
        .where(isMineAmong(idsOf(records))),
    ),
    clocks: askClocks(db),
    open: many(
      db.text<{ id: string; problem_id: string }>(
        sql`select e.id, e.problem_id from problem_escalations e where e.outcome is null and e.problem_id in (select value from json_each(${JSON.stringify(idsOf(records))}))`,
      ),
    ),
  }),
  decide: ({ problems: found, clocks, open }, { records }, { newId, nowMs, today }) => {
    const daysOf = (level: string) => clocks.find((clock) => clock.level === level)?.days;
    const decided = [];
    for (const [i, { id, revision }] of records.entries()) {
      const problem = found.find((one) => one.id === id);
      if (!problem) return refuse('problem_unknown', { field: `records.${i}.id` });
      const one = escalate(problem, daysOf, { isOfLevel: problem.isOfLevel === 1, today, nowMs });
      if (isRefusal(one)) return { ...one, detail: { ...one.detail, code: problem.code } };
      if (problem.revision !== revision)
        return refuse('bulk_overtaken', { field: `records.${i}.revision`, detail: { code: problem.code } });
      const passed = problem.levelDueOn === null ? undefined : open.find(({ problem_id }) => problem_id === id)?.id;
      decided.push({ ...one, id: newId(), problem, passed });
    }
    return { decided };
  },
  save: (db, { decided }, _state, { records, reason }, facts) => [
    ...decided.map(({ change: set, problem }) =>
      guardedRows(
        db
          .update(problems)
          .set({ ...set, revision: problem.revision + 1 })
          .where(sql`${problems.id} = ${problem.id} and ${problems.revision} = ${problem.revision}`),
        1,
      ),
    ),
    change(
      db.text(
        sql`update problem_escalations set outcome = 'passed', answered_by = ${facts.personId}, answered_at_ms = ${facts.nowMs} where outcome is null and problem_id in (select value from json_each(${JSON.stringify(idsOf(records))}))`,
      ),
    ),
    change(
      db.insert(problemEscalations).values(
        decided.map(({ id, toLevel, change: set, problem }) => ({
          id,
          problemId: problem.id,
          unitId: problem.unitId,
          fromLevel: problem.level,
          toLevel,
          reason,
          dueOn: set.levelDueOn,
          escalatedBy: facts.personId,
          escalatedAtMs: facts.nowMs,
        })),
      ),
    ),
  ],
  reversal: ({ decided }) => ({
    steps: decided.flatMap(({ id, change: set, problem, passed }) => [
      setBack(problem, Object.keys(set), problem.revision + 1),
      { table: problemEscalations, id, remove: true as const },
      ...(passed === undefined
        ? []
        : [
            {
              table: problemEscalations,
              id: passed,
              at: { outcome: 'passed' },
              set: { outcome: null, answeredBy: null, answeredAtMs: null },
            },
          ]),
    ]),
  }),
  audit: ({ decided }) => ({
    subject: decided[0]?.problem.id ?? '',
    unitId:
      new Set(decided.map(({ problem }) => problem.unitId)).size === 1 ? (decided[0]?.problem.unitId ?? null) : null,
    fields: ['level', 'levelSinceMs', 'levelDueOn'],
    also: decided.map(({ problem }) => problem.id),
  }),
  answer: ({ decided }) => ({ count: decided.length }),
});
