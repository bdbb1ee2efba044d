import { change, defineCommand, guarded, many, one } from '@mahalleh/gate';
import { foldText, isRefusal } from '@mahalleh/kernel';
import { inArray, sql } from 'drizzle-orm';
import { SplitInto, SplitProblem } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { setBack } from '../reversals.ts';
import { split } from '../rules.ts';
import { domains, problems } from '../schema.ts';
import { drawCodes } from '../tracking-code.ts';

/** Several are drawn for each part, so that a full registry costs no second attempt. */
const DRAWN = 4;

/** Makes several problems of one that was several. Each part has its own course; the one stays with its history and names them. */
export const splitProblem = defineCommand({
  name: 'problem.split',
  permission: 'problem.split',
  input: SplitProblem,
  output: SplitInto,
  load: (db, { problemId, parts }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    domains: many(
      db
        .select({ key: domains.key, isSensitive: domains.isSensitive, retiredAtMs: domains.retiredAtMs })
        .from(domains)
        .where(
          inArray(
            domains.key,
            parts.map(({ domainKey }) => domainKey),
          ),
        ),
    ),
    codes: many(
      db.text<{ code: string }>(
        sql`select value as code from json_each(${JSON.stringify(drawCodes(DRAWN * parts.length))}) where not exists (select 1 from problems p where p.code = value) limit ${parts.length}`,
      ),
    ),
  }),
  decide: ({ problem, domains: found, codes }, { parts }, facts) => {
    const places = split(
      problem,
      parts.map(({ domainKey }) => ({ domain: found.find(({ key }) => key === domainKey) })),
    );
    return isRefusal(places)
      ? places
      : { parts: places.map((place, i) => ({ place, id: facts.newId(), code: codes[i]?.code ?? '' })) };
  },
  save: (db, decision, { problem }, { problemId, revision, parts }, facts) => [
    guarded(
      db
        .update(problems)
        .set({ status: 'split', levelDueOn: null, revision: revision + 1 })
        .where(isAt(problemId, revision)),
    ),
    change(
      db.insert(problems).values(
        decision.parts.map(({ place, id, code }, i) => {
          const { title = '', domainKey = '', severity = 1, peopleAffected } = parts[i] ?? {};
          return {
            id,
            code,
            unitId: problem.unitId,
            domainKey,
            title,
            titleFolded: foldText(title),
            severity,
            peopleAffected: peopleAffected ?? null,
            ...place,
            status: 'registered' as const,
            splitFromId: problemId,
            registeredBy: facts.personId,
            registeredAtMs: facts.nowMs,
            isSample: problem.isSample,
          };
        }),
      ),
    ),
  ],
  reversal: (decision, { problem }, { revision }, { nowMs }) => ({
    steps: [
      setBack(problem, ['status', 'levelDueOn'], revision + 1),
      ...decision.parts.map(({ id }) => ({ table: problems, id, revision: 1, set: { discardedAtMs: nowMs } })),
    ],
  }),
  audit: ({ parts }, { problem }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: ['status', 'parts'],
    also: parts.map(({ id }) => id),
  }),
  answer: ({ parts }, _state, { problemId, revision }) => ({
    id: problemId,
    revision: revision + 1,
    parts: parts.map(({ id, code }) => ({ id, code })),
  }),
  conflicts: { 'problems.code': 'code_taken' },
});
