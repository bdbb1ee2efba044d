import { and, eq, isNull, sql } from 'drizzle-orm';
import { defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { Changed, RetireAgency } from '../model.ts';
import { agencies, bases } from '../schema.ts';

/** Ends a body's part. Its records stay; its bases are given to another first. */
export const retireAgency = defineCommand({
  name: 'agency.retire',
  permission: 'agency.retire',
  input: RetireAgency,
  output: Changed,
  load: (db, { agencyId }) => ({
    agency: one(
      db
        .select()
        .from(agencies)
        .where(and(eq(agencies.id, agencyId), isMyUnit(agencies.unitId))),
      'agency_unknown',
    ),
    held: one(
      db
        .select({ bases: sql<number>`count(*)` })
        .from(bases)
        .where(and(eq(bases.agencyId, agencyId), isNull(bases.retiredAtMs))),
    ),
  }),
  decide: ({ agency, held }) => {
    if (agency.retiredAtMs !== null) return refuse('agency_retired');
    return held.bases > 0 ? refuse('agency_has_bases', { detail: { count: held.bases } }) : { unitId: agency.unitId };
  },
  save: (db, _decision, _state, { agencyId, revision }, { nowMs }) => [
    guarded(
      db
        .update(agencies)
        .set({ retiredAtMs: nowMs, revision: revision + 1 })
        .where(and(eq(agencies.id, agencyId), eq(agencies.revision, revision))),
    ),
  ],
  reversal: (_decision, { agency }, { agencyId, revision }) => ({
    trash: true,
    label: agency.name,
    steps: [{ table: agencies, id: agencyId, revision: revision + 1, set: { retiredAtMs: null } }],
  }),
  audit: ({ unitId }, _state, { agencyId }) => ({ subject: agencyId, unitId, fields: ['retiredAtMs'] }),
  answer: (_decision, _state, { agencyId, revision }) => ({ id: agencyId, revision: revision + 1 }),
});
