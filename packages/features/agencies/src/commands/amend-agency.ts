import { and, eq } from 'drizzle-orm';
import { defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { foldText, refuse } from '@mahalleh/kernel';
import { AmendAgency, Changed } from '../model.ts';
import { agencies } from '../schema.ts';

/** Amends the details of a body in the actor's area. */
export const amendAgency = defineCommand({
  name: 'agency.amend',
  permission: 'agency.amend',
  input: AmendAgency,
  output: Changed,
  load: (db, { agencyId }) => ({
    agency: one(
      db
        .select()
        .from(agencies)
        .where(and(eq(agencies.id, agencyId), isMyUnit(agencies.unitId))),
      'agency_unknown',
    ),
  }),
  decide: ({ agency }, { name, kind, phone }) => {
    if (agency.retiredAtMs !== null) return refuse('agency_retired');
    const after = { name, kind, phone: phone ?? null };
    return {
      after,
      fields: (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== agency[key]),
    };
  },
  save: (db, { after }, _state, { agencyId, revision }) => [
    guarded(
      db
        .update(agencies)
        .set({ ...after, nameFolded: foldText(after.name), revision: revision + 1 })
        .where(and(eq(agencies.id, agencyId), eq(agencies.revision, revision))),
    ),
  ],
  reversal: (_decision, { agency }, { revision }) => ({
    steps: [
      {
        table: agencies,
        id: agency.id,
        revision: revision + 1,
        set: { name: agency.name, nameFolded: agency.nameFolded, kind: agency.kind, phone: agency.phone },
      },
    ],
  }),
  audit: ({ fields }, { agency }) => ({ subject: agency.id, unitId: agency.unitId, fields }),
  answer: (_decision, _state, { agencyId, revision }) => ({ id: agencyId, revision: revision + 1 }),
});
