import { and, eq } from 'drizzle-orm';
import { change, defineCommand, isMyUnit, one } from '@mahalleh/gate';
import { foldText, refuse } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { Changed, RegisterAgency } from '../model.ts';
import { agencies } from '../schema.ts';

/** Registers a body in an area of the actor's. */
export const registerAgency = defineCommand({
  name: 'agency.register',
  permission: 'agency.register',
  input: RegisterAgency,
  output: Changed,
  load: (db, { unitId }) => ({
    unit: one(
      db
        .select({ endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
  }),
  decide: ({ unit }, _input, { newId }) =>
    unit.endedOn === null ? { id: newId() } : refuse('unit_ended', { field: 'unitId' }),
  save: (db, { id }, _state, { name, kind, unitId, phone }, { nowMs }) => [
    change(
      db
        .insert(agencies)
        .values({ id, name, nameFolded: foldText(name), kind, unitId, phone: phone ?? null, registeredAtMs: nowMs }),
    ),
  ],
  audit: ({ id }, _state, { unitId }) => ({ subject: id, unitId, fields: ['name', 'kind', 'unitId', 'phone'] }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
