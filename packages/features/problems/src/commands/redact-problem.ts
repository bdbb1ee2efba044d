import { areThese, erased, evidence } from '@mahalleh/evidence';
import { change, defineCommand, forgetReversals, guarded, many, one } from '@mahalleh/gate';
import { and, eq, isNull } from 'drizzle-orm';
import { Changed, RedactProblem } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { redacted } from '../rules.ts';
import { problemEscalations, problems, problemScores } from '../schema.ts';

/** Removes every word and picture of a problem, everywhere at once: record, search, evidence, files. The files go first, so that no save can leave one behind. */
export const redactProblem = defineCommand({
  name: 'problem.redact',
  permission: 'problem.redact',
  input: RedactProblem,
  output: Changed,
  load: (db, { problemId }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    evidence: many(
      db
        .select({ id: evidence.id, blobKey: evidence.blobKey })
        .from(evidence)
        .where(
          and(eq(evidence.subjectKind, 'problem'), eq(evidence.subjectId, problemId), isNull(evidence.removedAtMs)),
        ),
    ),
  }),
  compute: async ({ problem, evidence }, { revision }, { blobs }) => {
    if (problem.revision !== revision) return;
    for (const { blobKey } of evidence) if (blobKey !== null) await blobs.remove(blobKey);
  },
  decide: (_state, _input, { nowMs }) => ({ words: redacted(nowMs) }),
  save: (db, { words }, state, { problemId, revision }, { nowMs }) => [
    guarded(
      db
        .update(problems)
        .set({ ...words, revision: revision + 1 })
        .where(isAt(problemId, revision)),
    ),
    change(
      db
        .update(evidence)
        .set(erased(nowMs))
        .where(areThese(state.evidence.map(({ id }) => id))),
    ),
    change(db.update(problemScores).set({ note: null }).where(eq(problemScores.problemId, problemId))),
    change(
      db
        .update(problemEscalations)
        .set({ reason: '', answer: null })
        .where(eq(problemEscalations.problemId, problemId)),
    ),
    forgetReversals(db, problemId),
  ],
  audit: ({ words }, { problem }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: [...Object.keys(words), 'evidence'],
  }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
