import { and, eq, isNull } from 'drizzle-orm';
import { change, defineCommand, isMyUnit, maybe, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { EstablishCouncil, UNIT_KINDS_OF, zChanged } from '../model.ts';
import { charters, councils } from '../schema.ts';

/** Establishes the council of a unit under the charter in force. Fails: unit_unknown, charter_not_in_force, council_exists. */
export const establishCouncil = defineCommand({
  name: 'council.establish',
  permission: 'council.establish',
  input: EstablishCouncil,
  output: zChanged,
  load: (db, input) => ({
    unit: one(
      db
        .select({ id: units.id, kind: units.kind, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, input.unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    charter: maybe(
      db
        .select({ id: charters.id })
        .from(charters)
        .where(and(eq(charters.kind, input.kind), isNull(charters.supersededOn))),
    ),
  }),
  decide: ({ unit, charter }, input, facts) => {
    if (!UNIT_KINDS_OF[input.kind].includes(unit.kind)) return refuse('council_kind_not_for_unit', { field: 'kind' });
    if (unit.endedOn !== null && unit.endedOn <= facts.today) return refuse('unit_ended', { field: 'unitId' });
    if (input.establishedOn > facts.today) return refuse('date_in_future', { field: 'establishedOn' });
    if (!charter) return refuse('charter_not_in_force', { field: 'kind' });
    return { id: facts.newId(), charterId: charter.id };
  },
  save: (db, { id, charterId }, _state, { kind, unitId, establishedOn }) => [
    change(db.insert(councils).values({ id, kind, unitId, charterId, establishedOn })),
  ],
  audit: ({ id }, _state, { unitId }) => ({ subject: id, unitId, fields: ['kind', 'unitId', 'establishedOn'] }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'councils.unit_id': 'council_exists' },
});
