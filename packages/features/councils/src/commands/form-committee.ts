import { and, eq, isNull } from 'drizzle-orm';
import { change, defineCommand, one } from '@mahalleh/gate';
import { Failure, refuse } from '@mahalleh/kernel';
import { askCouncil, askPersonIfNamed } from '../loads.ts';
import { FormCommittee, zChanged } from '../model.ts';
import { committeeKinds, committees } from '../schema.ts';

/** Forms a specialised committee of a neighbourhood council. Fails: council_unknown, committee_kind_unknown, person_unknown, committee_exists. */
export const formCommittee = defineCommand({
  name: 'committee.form',
  permission: 'committee.form',
  input: FormCommittee,
  output: zChanged,
  load: (db, input) => ({
    council: askCouncil(db, input.councilId),
    kind: one(
      db
        .select({ key: committeeKinds.key })
        .from(committeeKinds)
        .where(and(eq(committeeKinds.key, input.kindKey), isNull(committeeKinds.retiredOn))),
      'committee_kind_unknown',
    ),
    lead: askPersonIfNamed(db, input.leadPersonId),
  }),
  decide: ({ council, lead }, { formedOn, leadPersonId }, facts) => {
    if (council.dissolvedOn !== null) return refuse('council_dissolved');
    if (council.kind !== 'neighbourhood_progress') return refuse('committee_not_for_council', { field: 'councilId' });
    if (formedOn > facts.today) return refuse('date_in_future', { field: 'formedOn' });
    if (formedOn < council.establishedOn) return refuse('committee_before_established', { field: 'formedOn' });
    if (leadPersonId && !lead)
      throw new Failure('not_found', 'person_unknown', {
        fields: [{ field: 'leadPersonId', reason: 'person_unknown' }],
      });
    return { id: facts.newId(), leadPersonId: lead?.id ?? null };
  },
  save: (db, { id, leadPersonId }, { council }, { kindKey, formedOn }) => [
    change(
      db
        .insert(committees)
        .values({ id, councilId: council.id, unitId: council.unitId, kindKey, leadPersonId, formedOn }),
    ),
  ],
  reversal: ({ id }) => ({ steps: [{ table: committees, id, remove: true }] }),
  audit: (_decision, { council }) => ({
    subject: council.id,
    unitId: council.unitId,
    fields: ['kindKey', 'leadPersonId', 'formedOn'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'committees.council_id': 'committee_exists' },
});
