import { change, defineCommand, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { DelegateSigning, DelegationChanged } from '../model.ts';
import { delegationRefusal } from '../rules.ts';
import { delegations } from '../schema.ts';

/** Lets somebody who may sign by their role sign for the governor over some days. */
export const delegateSigning = defineCommand({
  name: 'report.delegate',
  permission: 'report.delegate',
  input: DelegateSigning,
  output: DelegationChanged,
  load: (db, { personId }) => ({
    person: one(
      db.text<{ id: string; mayHold: number }>(
        sql`select p.id, exists (select 1 from role_grants g where g.person_id = p.id and g.revoked_at_ms is null and g.role = 'director_general') as "mayHold" from people p where p.id = ${personId} and p.retired_at_ms is null`,
      ),
      'person_unknown',
    ),
  }),
  decide: ({ person }, { fromOn, untilOn, reason }, { newId, nowMs, personId, today }) => {
    if (person.id === personId) return refuse('delegation_to_oneself', { field: 'personId' });
    if (!person.mayHold) return refuse('delegation_needs_director', { field: 'personId' });
    return (
      delegationRefusal(fromOn, untilOn, today) ?? {
        delegation: {
          id: newId(),
          fromPersonId: personId,
          toPersonId: person.id,
          fromOn,
          untilOn,
          reason,
          grantedAtMs: nowMs,
        },
      }
    );
  },
  save: (db, { delegation }) => [change(db.insert(delegations).values(delegation))],
  reversal: ({ delegation }) => ({ steps: [{ table: delegations, id: delegation.id, remove: true }] }),
  audit: ({ delegation }) => ({
    subject: delegation.id,
    unitId: null,
    fields: ['delegation'],
    also: [delegation.toPersonId],
  }),
  answer: ({ delegation }) => ({ id: delegation.id }),
});
