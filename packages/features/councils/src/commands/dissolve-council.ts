import { and, eq, gt, gte, isNull, or, sql } from 'drizzle-orm';
import { change, defineCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { askCouncil } from '../loads.ts';
import { DissolveCouncil, zChanged } from '../model.ts';
import { appointments, councils } from '../schema.ts';

/** Dissolves a council; every mandate in it ends that day. Fails: council_unknown, council_dissolved. */
export const dissolveCouncil = defineCommand({
  name: 'council.dissolve',
  permission: 'council.dissolve',
  input: DissolveCouncil,
  output: zChanged,
  load: (db, input) => ({ council: askCouncil(db, input.councilId) }),
  decide: ({ council }, { on, revision }, facts) => {
    if (council.dissolvedOn !== null) return refuse('council_dissolved');
    if (on > facts.today) return refuse('date_in_future', { field: 'on' });
    if (on < council.establishedOn) return refuse('dissolved_before_established', { field: 'on' });
    return { revision: revision + 1 };
  },
  save: (db, decision, { council }, { on, revision }) => [
    guarded(
      db
        .update(councils)
        .set({ dissolvedOn: on, revision: decision.revision })
        .where(and(eq(councils.id, council.id), eq(councils.revision, revision), isNull(councils.dissolvedOn))),
    ),
    change(
      db
        .update(appointments)
        .set({ endedOn: on, endReason: 'council_dissolved', revision: sql`revision + 1` })
        .where(
          and(
            eq(appointments.councilId, council.id),
            or(isNull(appointments.endedOn), gt(appointments.endedOn, on)),
            or(isNull(appointments.toOn), gte(appointments.toOn, on)),
          ),
        ),
    ),
  ],
  audit: (_decision, { council }) => ({ subject: council.id, unitId: council.unitId, fields: ['dissolvedOn'] }),
  answer: ({ revision }, { council }) => ({ id: council.id, revision }),
});
