import { defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { and, eq, isNull } from 'drizzle-orm';
import { Recorded, RemoveContribution } from '../model.ts';
import { contributions } from '../schema.ts';

/** Takes a contribution out that was recorded by mistake; the row stays for the trace and counts no more. */
export const removeContribution = defineCommand({
  name: 'contribution.remove',
  permission: 'contribution.remove',
  input: RemoveContribution,
  output: Recorded,
  load: (db, { contributionId }) => ({
    contribution: one(
      db
        .select({
          id: contributions.id,
          operationId: contributions.operationId,
          unitId: contributions.unitId,
          note: contributions.note,
        })
        .from(contributions)
        .where(
          and(eq(contributions.id, contributionId), isNull(contributions.removedAtMs), isMyUnit(contributions.unitId)),
        ),
      'contribution_unknown',
    ),
  }),
  decide: (_state, _input, { nowMs }) => ({ removedAtMs: nowMs }),
  save: (db, set, { contribution }) => [
    guarded(
      db
        .update(contributions)
        .set(set)
        .where(and(eq(contributions.id, contribution.id), isNull(contributions.removedAtMs))),
    ),
  ],
  reversal: ({ removedAtMs }, { contribution: { id, note } }) => ({
    trash: true,
    label: note,
    steps: [{ table: contributions, id, at: { removedAtMs }, set: { removedAtMs: null } }],
  }),
  audit: (_decision, { contribution }) => ({
    subject: contribution.operationId,
    unitId: contribution.unitId,
    fields: ['contribution'],
  }),
  answer: (_decision, { contribution }) => ({ id: contribution.id }),
});
