import { defineCommand, guarded, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, isNull } from 'drizzle-orm';
import { DelegationChanged, EndDelegation } from '../model.ts';
import { delegations } from '../schema.ts';

/** Ends a delegation of the signature before its day. */
export const endDelegation = defineCommand({
  name: 'report.undelegate',
  permission: 'report.undelegate',
  input: EndDelegation,
  output: DelegationChanged,
  load: (db, { delegationId }) => ({
    delegation: one(db.select().from(delegations).where(eq(delegations.id, delegationId)), 'delegation_unknown'),
  }),
  decide: ({ delegation }, _input, { nowMs }) =>
    delegation.endedAtMs === null ? { endedAtMs: nowMs } : refuse('delegation_ended'),
  save: (db, set, { delegation }) => [
    guarded(
      db
        .update(delegations)
        .set(set)
        .where(and(eq(delegations.id, delegation.id), isNull(delegations.endedAtMs))),
    ),
  ],
  reversal: (set, { delegation }) => ({
    steps: [{ table: delegations, id: delegation.id, at: set, set: { endedAtMs: null } }],
  }),
  audit: (_decision, { delegation }) => ({ subject: delegation.id, unitId: null, fields: ['delegation'] }),
  answer: (_decision, { delegation }) => ({ id: delegation.id }),
});
